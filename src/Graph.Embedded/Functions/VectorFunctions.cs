using Graph.Embedded.Values;

namespace Graph.Embedded.Functions;

/// <summary>Similarity of vectors, computed in single precision as Neo4j's indexes do.</summary>
internal static class VectorFunctions
{
    private const string Vectors = "a :: LIST<INTEGER | FLOAT>, b :: LIST<INTEGER | FLOAT>";

    public static IReadOnlyList<ScalarFunction> All { get; } =
    [
        new("vector.similarity.cosine", "Vector", [$"vector.similarity.cosine({Vectors}) :: FLOAT"],
            "How far two vectors point the same way: 0 for opposite, 1 for the same.", (2, 2), static (a, _) => Cosine(a)),
        new("vector.similarity.euclidean", "Vector", [$"vector.similarity.euclidean({Vectors}) :: FLOAT"],
            "How near two vectors are: 1 for equal ones, towards 0 with distance.", (2, 2), static (a, _) => Euclidean(a)),
    ];

    /// <summary>Steps and precision are those of the vector indexes of Neo4j, so that the last digit agrees too.</summary>
    private static Value Cosine(ReadOnlySpan<Value> arguments)
    {
        const string Name = "vector.similarity.cosine";
        var (left, right) = Read(Name, arguments);
        return Value.Of((double)((1f + Sum(Normalised(left, 'a'), Normalised(right, 'b'), static (a, b, sum) => MathF.FusedMultiplyAdd(a, b, sum))) / 2f));

        static float[] Normalised(double[] vector, char argument)
        {
            var length = Math.Sqrt(vector.Sum(static item => item * item));
            return length > 0 && double.IsFinite(length)
                ? Array.ConvertAll(vector, item => (float)(item / length))
                : throw Invalid(Name, $"Argument {argument} is not a valid vector for this similarity function.");
        }
    }

    private static Value Euclidean(ReadOnlySpan<Value> arguments)
    {
        var (left, right) = Read("vector.similarity.euclidean", arguments);
        var square = Sum(
            Array.ConvertAll(left, static item => (float)item), Array.ConvertAll(right, static item => (float)item),
            static (a, b, sum) => MathF.FusedMultiplyAdd(a - b, a - b, sum));
        return Value.Of((double)(1f / (1f + square)));
    }

    /// <summary>Adds up in four sums where vectors are long, which decides how they round.</summary>
    private static float Sum(float[] left, float[] right, Func<float, float, float, float> add)
    {
        var inFour = left.Length > 32 ? left.Length & ~3 : 0;
        Span<float> sums = stackalloc float[4];
        for (var i = 0; i < inFour; i++)
        {
            sums[i & 3] = add(left[i], right[i], sums[i & 3]);
        }

        var total = sums[0] + sums[1] + sums[2] + sums[3];
        for (var i = inFour; i < left.Length; i++)
        {
            total = add(left[i], right[i], total);
        }

        return total;
    }

    private static (double[] Left, double[] Right) Read(string name, ReadOnlySpan<Value> arguments)
    {
        var left = Array.ConvertAll(Arguments.List(arguments[0]), static item => Arguments.Float(item));
        var right = Array.ConvertAll(Arguments.List(arguments[1]), static item => Arguments.Float(item));
        return left.Length == right.Length
            ? (left, right)
            : throw Invalid(name, "The supplied vectors do not have the same number of dimensions.");
    }

    private static CypherException Invalid(string name, string message) =>
        ValueErrors.Argument($"Invalid input for '{name}()': {message}");
}

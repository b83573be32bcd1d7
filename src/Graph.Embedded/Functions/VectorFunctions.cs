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

    private static Value Cosine(ReadOnlySpan<Value> arguments)
    {
        const string Name = "vector.similarity.cosine";
        var (left, right) = Read(Name, arguments);
        double dot = 0, leftSquare = 0, rightSquare = 0;
        for (var i = 0; i < left.Length; i++)
        {
            dot += (double)left[i] * right[i];
            leftSquare += (double)left[i] * left[i];
            rightSquare += (double)right[i] * right[i];
        }

        if (leftSquare == 0 || rightSquare == 0)
        {
            throw Invalid(Name, $"Argument {(leftSquare == 0 ? 'a' : 'b')} is not a valid vector for this similarity function.");
        }

        // Every step in single precision, as vectors are stored.
        var cosine = (float)(dot / Math.Sqrt(leftSquare * rightSquare));
        return Value.Of((double)((1f + cosine) / 2f));
    }

    private static Value Euclidean(ReadOnlySpan<Value> arguments)
    {
        var (left, right) = Read("vector.similarity.euclidean", arguments);
        double square = 0;
        for (var i = 0; i < left.Length; i++)
        {
            var difference = (double)left[i] - right[i];
            square += difference * difference;
        }

        return Value.Of((double)(float)(1 / (1 + square)));
    }

    private static (float[] Left, float[] Right) Read(string name, ReadOnlySpan<Value> arguments)
    {
        var left = Array.ConvertAll(Arguments.List(arguments[0]), static item => (float)Arguments.Float(item));
        var right = Array.ConvertAll(Arguments.List(arguments[1]), static item => (float)Arguments.Float(item));
        return left.Length == right.Length
            ? (left, right)
            : throw Invalid(name, "The supplied vectors do not have the same number of dimensions.");
    }

    private static CypherException Invalid(string name, string message) =>
        ValueErrors.Argument($"Invalid input for '{name}()': {message}");
}

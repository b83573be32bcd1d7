namespace Graph.Training.Networks;

/// <summary>The parameters of a network in the order of their making, or a replica that shares their values and has gradients of its own.</summary>
public sealed class ParameterSet
{
    private readonly Dictionary<string, Parameter> byName = new(StringComparer.Ordinal);
    private readonly List<Parameter> parameters = [];
    private readonly ParameterSet? original;
    private readonly SeededRandom random;

    public ParameterSet(ulong seed) => random = new SeededRandom(seed);

    private ParameterSet(ParameterSet original)
        : this(0) => this.original = original;

    public IReadOnlyList<Parameter> All => parameters;

    public Parameter this[string name] => byName[name];

    /// <summary>An empty set that will share the values of this one, for a worker of its own.</summary>
    public ParameterSet Replicate() => new(this);

    /// <summary>Adds a matrix with normally distributed values.</summary>
    public Parameter Add(string name, int rows, int columns, float deviation, bool isSparse = false)
    {
        Parameter parameter;
        if (original is not null)
        {
            parameter = new Parameter(name, original[name].Value, isSparse);
        }
        else
        {
            parameter = new Parameter(name, new Matrix(rows, columns), isSparse);
            for (var row = 0; row < rows && deviation > 0; row++)
            {
                foreach (ref var value in parameter.Value.Row(row))
                {
                    value = deviation * random.NextNormal();
                }
            }
        }

        byName.Add(name, parameter);
        parameters.Add(parameter);
        return parameter;
    }

    /// <summary>A copy of all values.</summary>
    public float[][] Copy() => [.. parameters.Select(parameter => parameter.Value.Data.ToArray())];

    /// <summary>Sets all values to a copy.</summary>
    public void Restore(float[][] copy)
    {
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i].CopyTo(parameters[i].Value.Data);
        }
    }

    /// <summary>Adds the gradients of a replica to these and clears them there.</summary>
    public void Gather(ParameterSet replica)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            var from = replica.parameters[i];
            var to = parameters[i];
            if (to.IsSparse)
            {
                foreach (var row in from.TouchedRows)
                {
                    to.Touch(row);
                    Vectors.Add(from.Gradient.PaddedRow(row), to.Gradient.PaddedRow(row));
                }
            }
            else
            {
                Vectors.Add(from.Gradient.Data, to.Gradient.Data);
            }

            from.ClearGradient();
        }
    }
}

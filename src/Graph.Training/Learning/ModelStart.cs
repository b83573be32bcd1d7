using System.Runtime.InteropServices;
using Graph.Language.Models;
using Graph.Training.Networks;

namespace Graph.Training.Learning;

/// <summary>Starts a training from the weights of a model: what names of another task learned from much text need not be learned anew.</summary>
internal static class ModelStart
{
    private const string Weights = ".weights";

    /// <summary>Copies the encoder's parameters; those that the model lacks or has in another size stay as they are.</summary>
    public static void Load(ModelFile model, ParameterSet parameters)
    {
        foreach (var parameter in parameters.All.Where(IsEncoder))
        {
            var name = parameter.Name;
            if (parameter.IsSparse)
            {
                LoadMatrix(model, name, parameter.Value);
            }
            else if (name.EndsWith(Weights, StringComparison.Ordinal))
            {
                LoadMatrix(model, name[..^Weights.Length], parameter.Value);
            }
            else
            {
                LoadVector(model, name, parameter.Value);
            }
        }
    }

    private static bool IsEncoder(Parameter parameter) =>
        parameter.Name.StartsWith("table", StringComparison.Ordinal) || parameter.Name.StartsWith("linear", StringComparison.Ordinal)
        || parameter.Name.StartsWith("window", StringComparison.Ordinal) || parameter.Name.StartsWith("recurrent", StringComparison.Ordinal);

    private static void LoadMatrix(ModelFile model, string name, Matrix target)
    {
        if (!model.Has(name + Weights))
        {
            return;
        }

        var weights = MemoryMarshal.Cast<byte, sbyte>(model.Bytes(name + Weights).Span);
        var scales = model.Singles(name + ".scales");
        if (scales.Length != target.Columns || weights.Length != target.Rows * target.Columns)
        {
            return;
        }

        for (var row = 0; row < target.Rows; row++)
        {
            for (var column = 0; column < target.Columns; column++)
            {
                target[row, column] = weights[(row * target.Columns) + column] * scales[column];
            }
        }
    }

    private static void LoadVector(ModelFile model, string name, Matrix target)
    {
        if (!model.Has(name))
        {
            return;
        }

        var values = model.Singles(name);
        if (values.Length == target.Rows * target.Columns)
        {
            for (var row = 0; row < target.Rows; row++)
            {
                values.AsSpan(row * target.Columns, target.Columns).CopyTo(target.Row(row));
            }
        }
    }
}

using Graph.Language.Models;
using Graph.Training.Networks;

namespace Graph.Training.Learning;

/// <summary>Writes trained parameters as the run time reads them.</summary>
internal static class ModelExport
{
    private const string Weights = ".weights";

    /// <summary>Writes all parameters of a network: matrices and tables with 8 bits, the few vectors as they are.</summary>
    public static void Save(ModelFileWriter writer, ParameterSet parameters, int layers)
    {
        writer.Add("layers", [layers]);
        var byName = parameters.All.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        foreach (var parameter in parameters.All)
        {
            if (parameter.Name.EndsWith(Weights, StringComparison.Ordinal))
            {
                var name = parameter.Name[..^Weights.Length];
                var bias = byName.TryGetValue(name + ".bias", out var found) ? Dense(found.Value) : [];
                ModelMatrix.Save(writer, name, Dense(parameter.Value), parameter.Value.Columns, bias);
            }
            else if (parameter.IsSparse || parameter.Name is "tags.vectors")
            {
                ModelMatrix.Save(writer, parameter.Name, Dense(parameter.Value), parameter.Value.Columns, []);
            }
            else if (parameter.Name is "arc.distance")
            {
                // At run time a dependant is multiplied by the distances, so they are its columns.
                var transposed = new Matrix(parameter.Value.Columns, parameter.Value.Rows);
                Gemm.Transpose(parameter.Value, transposed);
                ModelMatrix.Save(writer, parameter.Name, Dense(transposed), transposed.Columns, []);
            }
            else if (!parameter.Name.EndsWith(".bias", StringComparison.Ordinal))
            {
                writer.Add(parameter.Name, Dense(parameter.Value));
            }
        }
    }

    private static float[] Dense(Matrix matrix)
    {
        var values = new float[matrix.Rows * matrix.Columns];
        for (var row = 0; row < matrix.Rows; row++)
        {
            matrix.Row(row).CopyTo(values.AsSpan(row * matrix.Columns));
        }

        return values;
    }
}

using System.Globalization;
using Graph.Language.Models;
using Graph.Training.Learning;

namespace Graph.Training.Commands;

/// <summary>Runs a verb: results go to standard output, progress and faults to standard error.</summary>
internal sealed class CommandRunner(TextWriter output, TextWriter error, bool isTerminal)
{
    public TextWriter Output => output;

    public TextWriter Error => error;

    public ProgressLine Progress() => new(error, isTerminal);

    /// <summary>Runs work; faults of its input become a message.</summary>
    /// <returns>0, or 2 where the input or the command line was wrong.</returns>
    public int Run(Action work)
    {
        try
        {
            work();
            return 0;
        }
        catch (Exception fault) when (fault is InvalidDataException or ModelException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(fault.Message);
            return 2;
        }
    }

    /// <summary>Prints scores, one <c>NAME value</c> a line.</summary>
    public void Print(IEnumerable<(string Name, double Value)> scores)
    {
        foreach (var (name, value) in scores)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:F2}"));
        }
    }

    /// <summary>Writes a model and its card.</summary>
    public void SaveModel(string folder, string name, ModelFileWriter writer, ModelCard card) => SaveModel(folder, name, writer.ToArray(), card);

    /// <inheritdoc cref="SaveModel(string, string, ModelFileWriter, ModelCard)"/>
    public void SaveModel(string folder, string name, byte[] bytes, ModelCard card)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        File.WriteAllText(Path.ChangeExtension(path, ".md"), card.ToMarkdown(name, bytes.Length));
        error.WriteLine($"Wrote {path}, {bytes.Length} bytes.");
    }
}

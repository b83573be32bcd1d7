using System.CommandLine;

namespace Graph.Training.Commands;

/// <summary>The tool: its verbs, from arguments to exit code.</summary>
public static class TrainingProgram
{
    /// <summary>Runs one verb.</summary>
    /// <param name="isTerminal">Whether standard error is looked at by a person.</param>
    /// <returns>0: all went well; 2: wrong use or input.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, bool isTerminal)
    {
        var runner = new CommandRunner(output, error, isTerminal);
        var root = new RootCommand("Trains and evaluates the language models.")
        {
            Train(runner), AnnotateCommand.Create(runner), EvaluateCommand.Create(runner), SampleCommand.Create(runner),
        };
        var result = root.Parse(arguments);
        if (result.Errors.Count > 0)
        {
            foreach (var fault in result.Errors)
            {
                error.WriteLine(fault.Message);
            }

            error.WriteLine("Run with --help to see the verbs and their options.");
            return 2;
        }

        return result.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }

    private static Command Train(CommandRunner runner) => new("train", "Trains a model.")
    {
        TrainParser.Create("tagger", runner),
        TrainParser.Create("parser", runner),
        TrainNames.Create(runner),
        TrainBoundaries.Create(runner),
    };
}

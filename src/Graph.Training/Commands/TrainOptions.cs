using System.CommandLine;

namespace Graph.Training.Commands;

/// <summary>What every training is told.</summary>
internal sealed class TrainOptions
{
    public Option<DirectoryInfo> Corpora { get; } = new("--corpora") { Description = "Folder of the corpora.", Required = true };

    public Option<ulong> Seed { get; } = new("--seed") { Description = "Equal seeds, corpora and threads give equal bytes.", DefaultValueFactory = _ => 1 };

    public Option<int> Threads { get; } = new("--threads") { Description = "Parts a batch is cut into.", DefaultValueFactory = _ => 1 };

    private Option<DirectoryInfo?> Output { get; } = new("--output") { Description = "Folder that receives the model and its card; artifacts/models if none is given." };

    /// <param name="isParallel">Whether the training cuts its batches for several threads.</param>
    public void AddTo(Command command, bool isParallel = true)
    {
        command.Options.Add(Corpora);
        command.Options.Add(Seed);
        if (isParallel)
        {
            command.Options.Add(Threads);
        }

        command.Options.Add(Output);
    }

    public string Folder(ParseResult result) => result.GetValue(Output)?.FullName ?? Path.Combine("artifacts", "models");
}

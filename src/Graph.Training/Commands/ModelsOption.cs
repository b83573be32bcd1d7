using System.CommandLine;
using Graph.Language.Models;

namespace Graph.Training.Commands;

/// <summary>Which models a command runs: the product's own, unless others are given.</summary>
internal sealed class ModelsOption
{
    public Option<DirectoryInfo?> Option { get; } = new("--models")
    {
        Description = "Folder with vectors.model, parser.model and names.model; those it lacks are the product's own.",
    };

    public LanguageModels Load(ParseResult result) =>
        result.GetValue(Option) is { } folder ? LanguageModels.LoadFrom(folder.FullName) : LanguageModels.Load();
}

using System.CommandLine;
using Graph.Language.Models;
using Graph.Training.Corpora;
using Graph.Training.Naming;
using Graph.Training.Parsing;

namespace Graph.Training.Commands;

/// <summary><c>annotate parser|names</c>: lets several models annotate text together, for a training to learn from.</summary>
internal static class AnnotateCommand
{
    public static Command Create(CommandRunner runner) => new("annotate", "Annotates text with several models together, for '--silver' of 'train'.")
    {
        Create("parser", "Writes trees as CoNLL-U.", runner, models =>
        {
            var ensemble = new ParserAnnotator(models);
            return (document, writer) =>
            {
                foreach (var sentence in ensemble.Annotate(document))
                {
                    ConlluWriter.Write(writer, sentence);
                }
            };
        }),
        Create("names", "Writes names as IOB2.", runner, models =>
        {
            var ensemble = new NameAnnotator(models);
            return (document, writer) =>
            {
                foreach (var sentence in ensemble.Annotate(document))
                {
                    Iob2Writer.Write(writer, sentence);
                }
            };
        }),
    };

    private static Command Create(
        string name, string description, CommandRunner runner,
        Func<IReadOnlyList<LanguageModels>, Action<IReadOnlyList<string[]>, TextWriter>> build)
    {
        var corpora = new Option<DirectoryInfo>("--corpora") { Description = "Folder of the corpora: the words of GMB and KnowledgeNet are annotated.", Required = true };
        var articles = new Option<DirectoryInfo?>("--articles") { Description = "Folder of JSON Lines files whose articles are annotated as well." };
        var models = new Option<DirectoryInfo[]>("--models") { Description = "Folders of the models that annotate; several are given one after another.", Required = true, AllowMultipleArgumentsPerToken = true };
        var output = new Option<FileInfo>("--output") { Description = "The file written.", Required = true };
        var command = new Command(name, description) { corpora, articles, models, output };
        command.SetAction(result => runner.Run(() =>
        {
            var annotate = build([.. result.GetRequiredValue(models).Select(folder => LanguageModels.LoadFrom(folder.FullName))]);
            var folder = new CorpusFolder(result.GetRequiredValue(corpora).FullName);
            var documents = UnlabelledText.Read(folder, result.GetValue(articles)?.FullName).ToArray();
            var progress = runner.Progress();
            using var writer = new StreamWriter(result.GetRequiredValue(output).FullName);
            for (var i = 0; i < documents.Length; i++)
            {
                annotate(documents[i], writer);
                progress.Report((i + 1.0) / documents.Length);
            }
        }));
        return command;
    }
}

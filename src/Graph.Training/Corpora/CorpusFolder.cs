using System.Text.Json;

namespace Graph.Training.Corpora;

/// <summary>The folder of corpora: which file each part lies in.</summary>
/// <param name="Path">The folder given as <c>--corpora</c>.</param>
public sealed record CorpusFolder(string Path)
{
    /// <summary>English Web Treebank.</summary>
    public string EwtTrain => File("ud-ewt", "en_ewt-ud-train.conllu");

    /// <inheritdoc cref="EwtTrain"/>
    public string EwtDev => File("ud-ewt", "en_ewt-ud-dev.conllu");

    /// <summary>The openly licensed genres of GUM.</summary>
    public string GumTrain => File("ud-gum", "en_gum-ud-train.open-genres.conllu");

    /// <inheritdoc cref="GumTrain"/>
    public string GumDev => File("ud-gum", "en_gum-ud-dev.open-genres.conllu");

    /// <summary>Names over the English Web Treebank.</summary>
    public string UnerTrain => File("uner-ewt", "en_ewt-ud-train.v2023-05-24.clean.iob2");

    /// <inheritdoc cref="UnerTrain"/>
    public string UnerDev => File("uner-ewt", "en_ewt-ud-dev.iob2");

    /// <summary>Political names.</summary>
    public string CrossNerTrain => File("crossner-politics", "train.txt");

    /// <inheritdoc cref="CrossNerTrain"/>
    public string CrossNerDev => File("crossner-politics", "dev.txt");

    /// <summary>News of the Groningen Meaning Bank.</summary>
    public string GmbTrain => File("gmb", "gmb.train.iob2");

    /// <inheritdoc cref="GmbTrain"/>
    public string GmbDev => File("gmb", "gmb.dev.iob2");

    /// <summary>Passages of Wikipedia.</summary>
    public string KnowledgeNet => File("knowledgenet", "train_facts_from_html.jsonl");

    /// <summary>The texts of the articles in the JSON Lines files of a folder, file after file in ordinal order of their names.</summary>
    /// <exception cref="InvalidDataException">A line is no JSON object with a text; the message names file and line.</exception>
    public static IEnumerable<string> Articles(string folder)
    {
        foreach (var path in Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            var line = 0;
            foreach (var json in System.IO.File.ReadLines(path))
            {
                line++;
                yield return TextOf(json, path, line);
            }
        }
    }

    private static string TextOf(string json, string path, int line)
    {
        try
        {
            using var article = JsonDocument.Parse(json);
            var title = article.RootElement.GetProperty("title").GetString();
            return title + "\n\n" + article.RootElement.GetProperty("text").GetString();
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException(
                $"GRA-T004 {path}, line {line}: {fault.Message} Every line is an object with \"title\" and \"text\"; mend the line or leave the file out.");
        }
    }

    private string File(string corpus, string name)
    {
        var path = System.IO.Path.Combine(Path, corpus, name);
        return System.IO.File.Exists(path)
            ? path
            : throw new InvalidDataException(
                $"GRA-T005 {path} is missing. Give with --corpora the folder that holds {corpus}/{name}.");
    }
}

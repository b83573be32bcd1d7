using System.Globalization;
using System.Text.Json;
using Graph.Model;

namespace Graph.Training.Corpora;

/// <summary>Articles of a JSON Lines file, with the ids and the text that the product gives them.</summary>
internal static class ArticleFile
{
    /// <summary>Reads the articles in the order of their lines; lines without text are left out.</summary>
    /// <exception cref="InvalidDataException">A line is no article; the message names file and line.</exception>
    public static IReadOnlyList<Article> Read(string path)
    {
        var articles = new List<Article>();
        var line = 0;
        foreach (var json in File.ReadLines(path))
        {
            line++;
            if (!string.IsNullOrWhiteSpace(json) && Parse(json, path, line) is { } article)
            {
                articles.Add(article);
            }
        }

        return articles;
    }

    private static Article? Parse(string json, string path, int line)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var fields = document.RootElement;
            var title = string.Join(' ', Field(fields, "title").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var body = Field(fields, "text");
            if (string.IsNullOrWhiteSpace(title) || string.IsNullOrWhiteSpace(body))
            {
                return null;
            }

            var url = Field(fields, "url");
            var source = Field(fields, "source");
            return new Article
            {
                Id = ArticleId.From(url, source, title),
                Title = title,
                Text = $"{title}\n\n{body}",
                Date = DateOnly.ParseExact(Field(fields, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                Source = source,
                Url = url,
            };
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException(
                $"GRA-T011 {path}, line {line}: {fault.Message} Every line is an object with title, date (YYYY-MM-DD), url, source and text, each a string.");
        }
    }

    private static string Field(JsonElement fields, string name) => fields.GetProperty(name).GetString() ?? "";
}

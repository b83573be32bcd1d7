using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Graph.Language;
using Graph.Model;

namespace Graph.Training.Evaluation;

/// <summary>Scores the names found in articles against the aliases of the persons, organisations, states and places of their gold graphs.</summary>
/// <remarks>
/// Every place where an alias stands in the text is a mention; aliases of one entity that overlap ("Rau", "Foreign
/// Minister Zbigniew Rau") are one mention with several readings, and a name found is right if it is one of them, a
/// leading article aside. A mention has to be found if one of its readings is a name - its words capitalised, no title
/// before it - and no longer name of another entity holds it ("Iran" in "Bank of Iran").
/// </remarks>
internal static partial class GoldNames
{
    private static readonly Dictionary<string, NameKind> Kinds = new(StringComparer.Ordinal)
    {
        ["Person"] = NameKind.Person,
        ["Organisation"] = NameKind.Organisation,
        ["State"] = NameKind.State,
        ["Place"] = NameKind.Place,
    };

    private static readonly HashSet<string> Linking = new(StringComparer.Ordinal)
    {
        "of", "the", "and", "for", "on", "in", "bin", "al", "de", "da", "van", "von", "del", "la",
    };

    private sealed record Reading(TextSpan Span, bool IsName);

    private sealed record GoldMention(NameKind Kind, TextSpan Span, ImmutableArray<Reading> Readings)
    {
        public bool HasName => Readings.Any(reading => reading.IsName);
    }

    /// <summary>Scores all gold graphs of a folder (<c>NAME.json</c>, each with the article it names beside it).</summary>
    /// <exception cref="InvalidDataException">A graph is no gold graph; the message names the file.</exception>
    public static NameScores Score(ILanguageAnalyzer analyzer, string folder)
    {
        var scores = new NameScores();
        foreach (var path in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                using var graph = JsonDocument.Parse(File.ReadAllText(path));
                var text = File.ReadAllText(Path.Combine(folder, graph.RootElement.GetProperty("article").GetString()!));
                Compare(text, Mentions(text, graph.RootElement), analyzer.Analyze(text, date: null), scores);
            }
            catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException($"GRA-T007 {path} is no gold graph: {fault.Message} See the README of seeds/gold.");
            }
        }

        return scores;
    }

    private static void Compare(string text, List<GoldMention> gold, ParsedDocument document, NameScores scores)
    {
        var required = gold.Where(mention => mention.HasName && !gold.Exists(other => Holds(other, mention))).ToHashSet();
        foreach (var mention in required)
        {
            scores.AddGold(mention.Kind);
        }

        foreach (var sentence in document.Sentences)
        {
            foreach (var name in sentence.Names)
            {
                var span = WithoutArticle(text, new TextSpan(sentence.Tokens[name.First].Span.Start, sentence.Tokens[name.End - 1].Span.End));
                var right = gold.Where(mention => Folded(mention.Kind) == Folded(name.Kind)
                    && mention.Readings.Any(reading => WithoutArticle(text, reading.Span) == span)).ToArray();
                if (right.Any(required.Contains) || right.Length == 0)
                {
                    scores.AddFound(name.Kind, right.Length > 0);
                }
            }
        }
    }

    // Every state is a place; whether "Moscow" is a city or a government is for later stages to read.
    private static NameKind Folded(NameKind kind) => kind == NameKind.State ? NameKind.Place : kind;

    private static bool Holds(GoldMention longer, GoldMention mention) => longer != mention && longer.HasName
        && longer.Readings.Any(reading => reading.IsName && reading.Span.Length > mention.Span.Length
            && reading.Span.Start <= mention.Span.Start && reading.Span.End >= mention.Span.End);

    private static List<GoldMention> Mentions(string text, JsonElement graph)
    {
        var mentions = new List<GoldMention>();
        foreach (var entity in graph.GetProperty("entities").EnumerateArray())
        {
            if (!Kinds.TryGetValue(entity.GetProperty("kind").GetString()!, out var kind))
            {
                continue;
            }

            var readings = entity.GetProperty("aliases").EnumerateArray()
                .SelectMany(alias => Readings(text, alias.GetString()!, kind))
                .OrderBy(reading => reading.Span.Start).ToArray();
            for (var first = 0; first < readings.Length;)
            {
                var (end, last) = (readings[first].Span.End, first + 1);
                for (; last < readings.Length && readings[last].Span.Start < end; last++)
                {
                    end = Math.Max(end, readings[last].Span.End);
                }

                mentions.Add(new GoldMention(kind, new TextSpan(readings[first].Span.Start, end), [.. readings[first..last]]));
                first = last;
            }
        }

        return mentions;
    }

    private static IEnumerable<Reading> Readings(string text, string alias, NameKind kind)
    {
        var isName = IsName(alias, kind);
        var pattern = @"(?<!\w)" + Regex.Escape(alias).Replace(@"\ ", @"\s+", StringComparison.Ordinal) + @"(?!\w)";
        return Regex.Matches(text, pattern, RegexOptions.CultureInvariant)
            .Select(match => new Reading(new TextSpan(match.Index, match.Index + match.Length), isName));
    }

    private static bool IsName(string alias, NameKind kind)
    {
        var words = alias[ArticleLength(alias)..].Split(' ');
        return char.IsUpper(words[0][0]) && words[^1].Any(char.IsUpper)
            && words.All(word => word.Any(char.IsUpper) || Linking.Contains(word))
            && !(kind == NameKind.Person && (words.Any(Naming.NameCorpus.IsTitle) || alias.Contains("'s ", StringComparison.Ordinal)))
            && !alias.Contains('(', StringComparison.Ordinal);
    }

    private static TextSpan WithoutArticle(string text, TextSpan span) => new(span.Start + ArticleLength(text.AsSpan(span.Start, span.Length)), span.End);

    private static int ArticleLength(ReadOnlySpan<char> name) => Article().EnumerateMatches(name) is var matches && matches.MoveNext() ? matches.Current.Length : 0;

    [GeneratedRegex(@"^[Tt]he\s+")]
    private static partial Regex Article();
}

using System.Collections.Immutable;
using System.Globalization;

namespace Graph.Training.Corpora;

/// <summary>Reads name corpora in IOB2: a token a line, a blank line after each sentence.</summary>
/// <remarks>
/// Two layouts are read. With a running number first (Universal NER): number, token, tag, anything else.
/// Otherwise: token first, tag last. An I- without its B- opens a name, as conlleval reads it.
/// </remarks>
public static class Iob2Reader
{
    /// <summary>Reads a whole file.</summary>
    /// <exception cref="InvalidDataException">A line has no tag; the message names file, line and fault.</exception>
    public static IReadOnlyList<NameSentence> ReadFile(string path)
    {
        using var reader = new StreamReader(path);
        return [.. Read(reader, path)];
    }

    /// <summary>Reads sentence by sentence.</summary>
    /// <param name="name">What messages call the input.</param>
    /// <exception cref="InvalidDataException">A line has no tag; the message names file, line and fault.</exception>
    public static IEnumerable<NameSentence> Read(TextReader reader, string name)
    {
        var tokens = ImmutableArray.CreateBuilder<string>();
        var tags = new List<string>();
        var startsDocument = false;
        var line = 0;
        for (var text = reader.ReadLine(); ; text = reader.ReadLine())
        {
            line++;
            if (string.IsNullOrWhiteSpace(text))
            {
                if (tokens.Count > 0)
                {
                    yield return new NameSentence(startsDocument, tokens.ToImmutable(), Spans(tags));
                    tokens.Clear();
                    tags.Clear();
                    startsDocument = false;
                }

                if (text is null)
                {
                    yield break;
                }
            }
            else if (tokens.Count == 0 && text.StartsWith("# ", StringComparison.Ordinal))
            {
                startsDocument |= text.StartsWith("# newdoc", StringComparison.Ordinal);
            }
            else
            {
                var (token, tag) = Columns(text, name, line, tokens.Count);
                tokens.Add(token);
                tags.Add(tag);
            }
        }
    }

    private static (string Token, string Tag) Columns(string text, string name, int line, int count)
    {
        var columns = text.Split('\t');
        var numbered = columns.Length >= 3
            && int.TryParse(columns[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number == count + 1
            && IsTag(columns[2]);
        var tag = numbered ? columns[2] : columns[^1];
        if (columns.Length < 2 || !IsTag(tag))
        {
            throw new InvalidDataException(
                $"GRA-T002 {name}, line {line}: \"{tag}\" is no IOB2 tag (O, B-X or I-X). Mend the line or leave the file out.");
        }

        return (numbered ? columns[1] : columns[0], tag);
    }

    private static bool IsTag(string tag) =>
        tag == "O" || (tag.Length > 2 && tag[0] is 'B' or 'I' && tag[1] == '-');

    private static ImmutableArray<LabelledSpan> Spans(List<string> tags)
    {
        var spans = ImmutableArray.CreateBuilder<LabelledSpan>();
        var first = -1;
        for (var i = 0; i <= tags.Count; i++)
        {
            var tag = i < tags.Count ? tags[i] : "O";
            var goesOn = first >= 0 && tag[0] == 'I' && tag[2..] == tags[first][2..];
            if (first >= 0 && !goesOn)
            {
                spans.Add(new LabelledSpan(first, i, tags[first][2..]));
                first = -1;
            }

            if (tag != "O" && !goesOn)
            {
                first = i;
            }
        }

        return spans.ToImmutable();
    }
}

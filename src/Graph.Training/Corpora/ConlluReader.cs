using System.Collections.Immutable;
using System.Globalization;

namespace Graph.Training.Corpora;

/// <summary>Reads CoNLL-U: ten tab-separated columns a word, a blank line after each sentence.</summary>
/// <remarks>Multiword ranges become surface tokens; empty nodes ("8.1") are left out, as they are no part of the basic tree.</remarks>
public static class ConlluReader
{
    /// <summary>Reads a whole file.</summary>
    /// <exception cref="InvalidDataException">A line is not CoNLL-U; the message names file, line and fault.</exception>
    public static IReadOnlyList<ConlluSentence> ReadFile(string path)
    {
        using var reader = new StreamReader(path);
        return [.. Read(reader, path)];
    }

    /// <summary>Reads sentence by sentence.</summary>
    /// <param name="name">What messages call the input.</param>
    /// <exception cref="InvalidDataException">A line is not CoNLL-U; the message names file, line and fault.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader reader, string name)
    {
        var pending = new PendingSentence(name);
        var line = 0;
        while (reader.ReadLine() is { } text)
        {
            line++;
            if (text.Length > 0)
            {
                pending.Add(text, line);
            }
            else if (pending.Complete(line) is { } sentence)
            {
                yield return sentence;
            }
        }

        if (pending.Complete(line) is { } last)
        {
            yield return last;
        }
    }

    private sealed class PendingSentence(string name)
    {
        private readonly List<ConlluWord> words = [];
        private readonly List<ConlluSurfaceToken> tokens = [];
        private string id = "";
        private bool startsDocument;
        private bool startsParagraph;
        private int rangeEnd;

        public void Add(string text, int line)
        {
            if (text[0] == '#')
            {
                AddComment(text);
                return;
            }

            var columns = text.Split('\t');
            if (columns.Length != 10)
            {
                throw Fault(line, $"{columns.Length} columns, CoNLL-U has 10");
            }

            if (columns[0].Contains('.', StringComparison.Ordinal))
            {
                return;
            }

            if (columns[0].Contains('-', StringComparison.Ordinal))
            {
                AddRange(columns, line);
            }
            else
            {
                AddWord(columns, line);
            }
        }

        public ConlluSentence? Complete(int line)
        {
            if (words.Count == 0)
            {
                return null;
            }

            if (words.FirstOrDefault(word => word.Head >= words.Count) is { } lost)
            {
                throw Fault(line, $"head {lost.Head + 1} of \"{lost.Form}\" lies outside the sentence that ends here");
            }

            var sentence = new ConlluSentence(id, startsDocument, startsParagraph, [.. words], [.. tokens]);
            words.Clear();
            tokens.Clear();
            (id, startsDocument, startsParagraph, rangeEnd) = ("", false, false, 0);
            return sentence;
        }

        private void AddComment(string text)
        {
            var comment = text.AsSpan(1).TrimStart();
            if (comment.StartsWith("sent_id = "))
            {
                id = comment["sent_id = ".Length..].Trim().ToString();
            }
            else if (IsMark(comment, "newdoc"))
            {
                startsDocument = startsParagraph = true;
            }
            else if (IsMark(comment, "newpar"))
            {
                startsParagraph = true;
            }
        }

        // GUM's "newpar_block" repeats a "newpar" with details of the layout and is none itself.
        private static bool IsMark(ReadOnlySpan<char> comment, string mark) =>
            comment.StartsWith(mark, StringComparison.Ordinal)
            && (comment.Length == mark.Length || comment[mark.Length] == ' ');

        private void AddRange(string[] columns, int line)
        {
            var dash = columns[0].IndexOf('-', StringComparison.Ordinal);
            var first = Number(columns[0][..dash], line, "range");
            var last = Number(columns[0][(dash + 1)..], line, "range");
            if (first != words.Count + 1 || last <= first)
            {
                throw Fault(line, $"range {columns[0]} does not follow word {words.Count}");
            }

            tokens.Add(new ConlluSurfaceToken(columns[1], first - 1, last, HasSpaceAfter(columns[9])));
            rangeEnd = last;
        }

        private void AddWord(string[] columns, int line)
        {
            var number = Number(columns[0], line, "id");
            if (number != words.Count + 1)
            {
                throw Fault(line, $"id {number} does not follow word {words.Count}");
            }

            words.Add(new ConlluWord(
                columns[1], columns[2], Value(columns[3]), Value(columns[4]), Value(columns[5]),
                columns[6] == "_" ? -1 : Number(columns[6], line, "head") - 1, Value(columns[7]), Value(columns[9])));
            if (number > rangeEnd)
            {
                tokens.Add(new ConlluSurfaceToken(columns[1], number - 1, number, HasSpaceAfter(columns[9])));
            }
        }

        private static string Value(string column) => column == "_" ? "" : column;

        private static bool HasSpaceAfter(string misc) =>
            !misc.Split('|').Contains("SpaceAfter=No", StringComparer.Ordinal);

        private int Number(string text, int line, string column) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Fault(line, $"{column} \"{text}\" is not a number");

        private InvalidDataException Fault(int line, string fault) =>
            new($"GRA-T001 {name}, line {line}: {fault}. Mend the line or leave the file out.");
    }
}

using System.Globalization;

namespace Graph.Training.Corpora;

/// <summary>Writes what <see cref="ConlluReader"/> reads.</summary>
internal static class ConlluWriter
{
    public static void Write(TextWriter writer, ConlluSentence sentence)
    {
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            var word = sentence.Words[i];
            string[] columns =
            [
                (i + 1).ToString(CultureInfo.InvariantCulture), word.Form, word.Lemma, Value(word.Upos), Value(word.Xpos),
                "_", (word.Head + 1).ToString(CultureInfo.InvariantCulture), Value(word.Deprel), "_", "_",
            ];
            writer.Write(string.Join('\t', columns) + "\n");
        }

        writer.Write('\n');
    }

    private static string Value(string column) => column.Length == 0 ? "_" : column;
}

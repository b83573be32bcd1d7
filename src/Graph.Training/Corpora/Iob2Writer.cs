namespace Graph.Training.Corpora;

/// <summary>Writes what <see cref="Iob2Reader"/> reads: token and tag, a blank line after each sentence.</summary>
internal static class Iob2Writer
{
    public static void Write(TextWriter writer, NameSentence sentence)
    {
        if (sentence.StartsDocument)
        {
            writer.Write("# newdoc\n");
        }

        var tags = new string[sentence.Tokens.Length];
        Array.Fill(tags, "O");
        foreach (var name in sentence.Names)
        {
            Array.Fill(tags, "I-" + name.Label, name.First, name.End - name.First);
            tags[name.First] = "B-" + name.Label;
        }

        for (var i = 0; i < tags.Length; i++)
        {
            writer.Write($"{sentence.Tokens[i]}\t{tags[i]}\n");
        }

        writer.Write('\n');
    }
}

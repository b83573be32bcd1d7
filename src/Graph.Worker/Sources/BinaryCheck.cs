namespace Graph.Worker.Sources;

/// <summary>Tells text from anything else, before it is decoded.</summary>
internal static class BinaryCheck
{
    private static readonly (byte[] Start, string Kind)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "a PDF document"),
        ([0x50, 0x4b, 0x03, 0x04], "a ZIP archive or office document"),
        ([0x1f, 0x8b], "a gzip archive"),
        ([0x89, 0x50, 0x4e, 0x47], "a PNG image"),
        ([0xff, 0xd8, 0xff], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ([0xd0, 0xcf, 0x11, 0xe0], "an office document"),
        ([0x7f, 0x45, 0x4c, 0x46], "a program"),
        ("SQLite format 3"u8.ToArray(), "a SQLite database"),
    ];

    /// <summary>What the bytes are where a signature tells; null where none does.</summary>
    public static string? Signature(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, kind) in Signatures)
        {
            if (bytes.StartsWith(start))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>Index of the first character that no text holds (a control character other than tab, line and form feed, escape); -1 where all is text.</summary>
    public static int FirstControl(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] < ' ' && text[index] is not ('\t' or '\n' or '\r' or '\f' or '\u001a' or '\u001b'))
            {
                return index;
            }
        }

        return -1;
    }
}

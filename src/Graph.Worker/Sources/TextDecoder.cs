using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace Graph.Worker.Sources;

/// <summary>Bytes to text: byte order mark, then valid UTF-8, then what the source declares, then detection.</summary>
/// <remarks>
/// Valid multi-byte UTF-8 outranks a declaration: pages that declare ISO-8859-1 and are UTF-8 are common, and text in
/// another encoding is next to never valid UTF-8 by accident.
/// </remarks>
internal static partial class TextDecoder
{
    private const int Sniffed = 4096;
    private const float Certain = 0.9f;
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    /// <summary>The text without a byte order mark.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (ByteOrderMark(bytes) is var (marked, length))
        {
            return marked.GetString(bytes[length..]);
        }

        if (Utf16WithoutMark(bytes) is { } utf16)
        {
            return utf16.GetString(bytes);
        }

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Guess(bytes, declared ?? DeclaredInside(bytes)).GetString(bytes);
        }
    }

    private static Encoding Guess(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (declared is not null && Find(declared) is { } named && named is not UTF8Encoding && FitsLegacy(named.GetString(bytes)))
        {
            return named;
        }

        // English text holds few bytes above ASCII (quotes, dashes, accents): too few for statistics to tell the
        // single-byte encodings apart, so anything but a confident multi-byte finding is read as Windows-1252.
        var detected = CharsetDetector.DetectFromBytes(bytes.ToArray()).Detected;
        return detected is { Confidence: >= Certain } && Find(detected.EncodingName) is { IsSingleByte: false } found and not UTF8Encoding
            ? found
            : Find("windows-1252")!;
    }

    private static bool FitsLegacy(string text) => !text.AsSpan().ContainsAnyInRange('\u0080', '\u009f') && !text.Contains('\ufffd');

    private static (Encoding Encoding, int Length)? ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xef, 0xbb, 0xbf, ..] => (new UTF8Encoding(false), 3),
        [0xff, 0xfe, 0, 0, ..] => (new UTF32Encoding(false, false), 4),
        [0, 0, 0xfe, 0xff, ..] => (new UTF32Encoding(true, false), 4),
        [0xff, 0xfe, ..] => (new UnicodeEncoding(false, false), 2),
        [0xfe, 0xff, ..] => (new UnicodeEncoding(true, false), 2),
        _ => null,
    };

    /// <summary>English in UTF-16 has a zero in every second byte; a binary file has them in both places.</summary>
    private static UnicodeEncoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, Sniffed)];
        int even = 0, odd = 0;
        for (var index = 0; index < sample.Length; index++)
        {
            if (sample[index] == 0)
            {
                _ = (index & 1) == 0 ? even++ : odd++;
            }
        }

        var half = sample.Length / 2;
        return half < 4 ? null
            : odd > half * 0.7 && even == 0 ? new UnicodeEncoding(false, false)
            : even > half * 0.7 && odd == 0 ? new UnicodeEncoding(true, false)
            : null;
    }

    private static string? DeclaredInside(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Sniffed)]);
        var match = Declaration().Match(head);
        return match.Success ? match.Groups["name"].Value : null;
    }

    private static Encoding? Find(string name)
    {
        // Browsers read every label of the Latin-1 family as Windows-1252 (WHATWG Encoding Standard).
        var canonical = name.Trim().ToLowerInvariant() switch
        {
            "iso-8859-1" or "iso8859-1" or "latin1" or "ascii" or "us-ascii" => "windows-1252",
            var other => other,
        };
        if (CodePagesEncodingProvider.Instance.GetEncoding(canonical) is { } codePage)
        {
            return codePage;
        }

        try
        {
            return Encoding.GetEncoding(canonical);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""(?:<meta[^>]*?charset|<\?xml[^>]*?encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}

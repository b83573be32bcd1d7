using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Graph.Embedded.Values;

/// <summary>Upper and lower case as Unicode defines them in full, where one letter may become several; no language's own rules.</summary>
internal static class LetterCase
{
    /// <summary>Letters that upper case writes as several, as code points (Unicode's SpecialCasing).</summary>
    private const string Several = """
        00DF=0053+0053 0149=02BC+004E 01F0=004A+030C 0390=0399+0308+0301 03B0=03A5+0308+0301 0587=0535+0552 1E96=0048+0331
        1E97=0054+0308 1E98=0057+030A 1E99=0059+030A 1E9A=0041+02BE 1F50=03A5+0313 1F52=03A5+0313+0300 1F54=03A5+0313+0301
        1F56=03A5+0313+0342 1FB2=1FBA+0399 1FB3=0391+0399 1FB4=0386+0399 1FB6=0391+0342 1FB7=0391+0342+0399 1FBC=0391+0399
        1FC2=1FCA+0399 1FC3=0397+0399 1FC4=0389+0399 1FC6=0397+0342 1FC7=0397+0342+0399 1FCC=0397+0399 1FD2=0399+0308+0300
        1FD3=0399+0308+0301 1FD6=0399+0342 1FD7=0399+0308+0342 1FE2=03A5+0308+0300 1FE3=03A5+0308+0301 1FE4=03A1+0313
        1FE6=03A5+0342 1FE7=03A5+0308+0342 1FF2=1FFA+0399 1FF3=03A9+0399 1FF4=038F+0399 1FF6=03A9+0342 1FF7=03A9+0342+0399
        1FFC=03A9+0399 FB00=0046+0046 FB01=0046+0049 FB02=0046+004C FB03=0046+0046+0049 FB04=0046+0046+004C FB05=0053+0054
        FB06=0053+0054 FB13=0544+0546 FB14=0544+0535 FB15=0544+053B FB16=054E+0546 FB17=0544+053D
        """;

    private static readonly FrozenDictionary<char, string> Expanded = Several.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(static entry => entry.Split('=', '+').Select(static point => (char)int.Parse(point, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray())
        .ToFrozenDictionary(static points => points[0], static points => new string(points, 1, points.Length - 1));

    public static string Upper(string text)
    {
        var upper = text.ToUpperInvariant();
        return upper.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F') < 0 ? upper : Expand(upper);
    }

    public static string Lower(string text)
    {
        var lower = text.ToLowerInvariant();
        if (text.AsSpan().IndexOfAny('\u0130', '\u03A3') < 0)
        {
            return lower;
        }

        var builder = new StringBuilder(lower.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            _ = text[i] switch
            {
                '\u0130' => builder.Append("i\u0307"),
                '\u03A3' => builder.Append(IsFinal(text, i) ? '\u03C2' : '\u03C3'),
                _ => builder.Append(lower[i]),
            };
        }

        return builder.ToString();
    }

    private static string Expand(string upper)
    {
        var builder = new StringBuilder(upper.Length + 4);
        foreach (var letter in upper)
        {
            _ = letter switch
            {
                // The invariant culture leaves these two alone.
                '\u0131' => builder.Append('I'),
                '\u017F' => builder.Append('S'),

                // Greek vowels with a iota below.
                >= '\u1F80' and <= '\u1FAF' => builder.Append((char)(IotaBase(letter) + (letter & 7))).Append('\u0399'),
                _ => Expanded.TryGetValue(letter, out var several) ? builder.Append(several) : builder.Append(letter),
            };
        }

        return builder.ToString();
    }

    private static int IotaBase(char letter) => letter < '\u1F90' ? 0x1F08 : letter < '\u1FA0' ? 0x1F28 : 0x1F68;

    /// <summary>Whether a sigma ends a word: a letter before it, none after.</summary>
    private static bool IsFinal(string text, int at) => HasLetter(text, at, -1) && !HasLetter(text, at, 1);

    private static bool HasLetter(string text, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < text.Length; i += step)
        {
            switch (char.GetUnicodeCategory(text[i]))
            {
                case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter:
                    return true;
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
                    or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol:
                    break;
                default:
                    if (text[i] is not ('\'' or '.' or ':' or '\u00B7' or '\u2019'))
                    {
                        return false;
                    }

                    break;
            }
        }

        return false;
    }
}

namespace Graph.Language.Models;

/// <summary>Brings a word as written into the spelling that the models know.</summary>
internal static class WordForm
{
    /// <summary>Longest form looked at; what follows is cut off.</summary>
    public const int MaxLength = 48;

    // The letters from U+00C0 to U+017F without their accents.
    private const string LatinFold =
        "aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
        "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>Straightens quotes, dashes and spaces, letter by letter; case stays.</summary>
    /// <returns>The part of <paramref name="buffer"/> that was written.</returns>
    public static ReadOnlySpan<char> Normalise(ReadOnlySpan<char> form, Span<char> buffer)
    {
        var length = Math.Min(form.Length, buffer.Length);
        for (var i = 0; i < length; i++)
        {
            buffer[i] = form[i] switch
            {
                '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '`' or '\u00B4' => '\'',
                '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' => '-',
                '\u00A0' or '\u2009' or '\u202F' => ' ',
                var other => other,
            };
        }

        return buffer[..length];
    }

    /// <summary>Lower-cases letter by letter.</summary>
    public static ReadOnlySpan<char> Lower(ReadOnlySpan<char> form, Span<char> buffer)
    {
        for (var i = 0; i < form.Length; i++)
        {
            buffer[i] = char.ToLowerInvariant(form[i]);
        }

        return buffer[..form.Length];
    }

    /// <summary>Takes the accents off Latin letters ("erdoğan": word lists often spell names without them).</summary>
    /// <returns>False where there was none.</returns>
    public static bool TryFold(ReadOnlySpan<char> lower, Span<char> buffer, out ReadOnlySpan<char> folded)
    {
        var changed = false;
        for (var i = 0; i < lower.Length; i++)
        {
            var c = lower[i];
            var isAccented = c is >= '\u00C0' and < '\u0180';
            buffer[i] = isAccented ? LatinFold[c - '\u00C0'] : c;
            changed |= isAccented;
        }

        folded = buffer[..lower.Length];
        return changed;
    }

    /// <summary>Writes the pattern of character classes, runs cut to two: "Al-Qaeda" is <c>Xx-Xxx</c>, "2,500" <c>d,dd</c>.</summary>
    public static ReadOnlySpan<char> Shape(ReadOnlySpan<char> form, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            if (length < 2 || buffer[length - 1] != kind || buffer[length - 2] != kind)
            {
                buffer[length++] = kind;
            }
        }

        return buffer[..length];
    }
}

namespace Graph.Language.Lemmas;

/// <summary>Gives a stem back the letters that -ed, -ing, -er and -est take away or double.</summary>
internal sealed class StemRules(LemmaLexicon lexicon)
{
    /// <summary>The base form of a stem from which such an ending was cut.</summary>
    public string Restore(string stem, bool isCutBeforeE)
    {
        if (stem.Length < 2)
        {
            return stem;
        }

        if (lexicon.EndsInE(stem))
        {
            return stem + "e";
        }

        if (stem[^1] == stem[^2] && stem.Length > 2)
        {
            return RestoreDoubled(stem, isCutBeforeE);
        }

        return TakesE(stem, isCutBeforeE) ? stem + "e" : stem;
    }

    private string RestoreDoubled(string stem, bool isCutBeforeE)
    {
        if (stem[^1] == 'e')
        {
            return stem;
        }

        var isOwn = stem[^1] switch
        {
            's' or 'f' or 'z' or 'o' => true,
            'l' => !lexicon.DoublesL(stem[..^1]),
            _ => lexicon.HasDoubledStem(stem),
        };
        return isOwn ? stem : stem[..^1];
    }

    private static bool TakesE(string stem, bool isCutBeforeE)
    {
        var (last, before) = (stem[^1], stem[^2]);
        var beforeThat = stem.Length > 2 ? stem[^3] : ' ';
        return last switch
        {
            'e' => isCutBeforeE,
            'v' or 'c' or 'z' or 's' => true,
            'u' => true,
            'g' => before == 'n' ? TakesEAfterNg(stem) : true,
            'l' => !IsVowel(before) && before is not ('r' or 'w' or 'l'),
            't' when before == 'a' => beforeThat switch
            {
                'e' => stem.EndsWith("creat", StringComparison.Ordinal) || stem.EndsWith("meat", StringComparison.Ordinal),
                'o' => false,
                _ => true,
            },
            'r' when before is 'u' => beforeThat is not ('o' or 'm'),
            'r' when before is 'i' => beforeThat is not 'a',
            _ => IsShort(stem),
        };
    }

    private static bool TakesEAfterNg(string stem) =>
        stem.Length > 3
        && (stem[^3] is 'e' || (stem[^3] is 'u' && stem[^4] != 'o') || (stem[^3] is 'a' && stem is not ("hang" or "bang" or "clang")));

    /// <summary>One vowel between consonants: without an -e the last consonant would have been doubled.</summary>
    private static bool IsShort(string stem)
    {
        if (stem[^1] is 'w' or 'x' or 'y' or 'h' || IsVowel(stem[^1]) || !IsVowel(stem[^2]))
        {
            return false;
        }

        for (var i = 0; i < stem.Length - 2; i++)
        {
            if (IsVowel(stem[i]) && !(stem[i] == 'u' && i > 0 && stem[i - 1] == 'q'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}

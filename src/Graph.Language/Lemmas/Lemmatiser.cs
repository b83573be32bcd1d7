namespace Graph.Language.Lemmas;

/// <summary>Finds the base form of a word by rules of inflection and lists of exceptions.</summary>
/// <remarks>
/// Follows EWT: lower case except for proper nouns and words of nation, faith or party; pronouns go to the nominative
/// ("them" is they), figures lose their commas. Instances hold no state that changes and may be shared between threads.
/// </remarks>
public sealed class Lemmatiser
{
    private readonly LemmaLexicon lexicon;
    private readonly StemRules stems;

    public Lemmatiser()
    {
        lexicon = new LemmaLexicon();
        stems = new StemRules(lexicon);
    }

    /// <summary>The base form.</summary>
    /// <param name="form">The word as written, not empty.</param>
    /// <param name="upos">Universal part of speech.</param>
    /// <param name="xpos">Penn tag.</param>
    /// <returns>The form itself where it is its own lemma.</returns>
    public string Lemma(string form, string upos, string xpos)
    {
        var plain = Plain(form);
        if (lexicon.TryGetWord(xpos, plain, out var word))
        {
            return word!;
        }

        return xpos switch
        {
            "NNP" when upos is "VERB" => Capitalised(Verb(plain, ParticipleTag(plain))),
            "NNP" or "ADD" or "GW" => form,
            "NNPS" => ProperPlural(form),
            "NNS" => KeptCapital(form, Noun(plain)),
            "VBD" or "VBN" or "VBZ" or "VBG" or "VBP" or "VB" => Verb(plain, xpos),
            "JJR" or "RBR" => Compared(plain, "er"),
            "JJS" or "RBS" => Compared(plain, "est"),
            "CD" => Figure(plain),
            "PRP" when plain is "i" => "I",
            "JJ" or "NN" => KeptCapital(form, plain),
            "-LRB-" or "-RRB-" or "SYM" or "LS" or "NFP" => form,
            _ => plain,
        };
    }

    private static string ParticipleTag(string form) => form.EndsWith("ing", StringComparison.Ordinal) ? "VBG" : "VBN";

    private string Verb(string form, string tag)
    {
        if (lexicon.TryGetVerb(form, out var irregular))
        {
            // "found", "saw", "felt" are verbs of their own only in the present tense.
            return irregular!;
        }

        return tag switch
        {
            "VBZ" => Singular(form, isNoun: false),
            "VBG" when form.Length > 4 && form.EndsWith("ing", StringComparison.Ordinal) => stems.Restore(form[..^3], isCutBeforeE: false),
            "VBG" when form.Length > 4 && form.EndsWith("in'", StringComparison.Ordinal) => stems.Restore(form[..^3], isCutBeforeE: false),
            "VBD" or "VBN" => Past(form),
            _ => form,
        };
    }

    private string Past(string form)
    {
        if (!form.EndsWith("ed", StringComparison.Ordinal) || form.Length < 4)
        {
            return PrefixedVerb(form);
        }

        return form.EndsWith("ied", StringComparison.Ordinal) && form.Length > 4
            ? form[..^3] + "y"
            : stems.Restore(form[..^2], isCutBeforeE: true);
    }

    /// <summary>"rewrote", "oversaw", "misspoke": an irregular verb behind a prefix.</summary>
    private string PrefixedVerb(string form)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["re", "un", "mis", "over", "out", "under", "fore", "pre", "co-", "with", "up"])
        {
            if (form.StartsWith(prefix, StringComparison.Ordinal) && lexicon.TryGetVerb(form[prefix.Length..], out var verb))
            {
                return prefix + verb;
            }
        }

        return form;
    }

    private string Noun(string form)
    {
        if (lexicon.TryGetNoun(form, out var irregular))
        {
            return irregular!;
        }

        return form switch
        {
            _ when form.EndsWith("women", StringComparison.Ordinal) => form[..^5] + "woman",
            _ when form.EndsWith("men", StringComparison.Ordinal) && form.Length > 4 => form[..^3] + "man",
            _ when form.EndsWith("people", StringComparison.Ordinal) && form.Length > 8 => form[..^6] + "person",
            _ => Singular(form.EndsWith("'s", StringComparison.Ordinal) ? form[..^2] + "s" : form, isNoun: true),
        };
    }

    private static string Singular(string form, bool isNoun)
    {
        if (!form.EndsWith('s') || form.Length < 3 || char.IsAsciiDigit(form[0]))
        {
            return form;
        }

        if (form.EndsWith("ies", StringComparison.Ordinal) && form.Length > 4)
        {
            return form[..^3] + "y";
        }

        var takesEs = form.EndsWith("ches", StringComparison.Ordinal)
            || form.EndsWith("shes", StringComparison.Ordinal)
            || form.EndsWith("sses", StringComparison.Ordinal)
            || form.EndsWith("xes", StringComparison.Ordinal)
            || form.EndsWith("zzes", StringComparison.Ordinal)
            || (form.EndsWith("oes", StringComparison.Ordinal) && form.Length > 3)
            || (form.EndsWith("uses", StringComparison.Ordinal) && isNoun && form.Length > 7 && !form.EndsWith("ouses", StringComparison.Ordinal) && !form.EndsWith("auses", StringComparison.Ordinal));
        return form[..^(takesEs ? 2 : 1)];
    }

    private string ProperPlural(string form)
    {
        var singular = Noun(Plain(form));
        return singular.Length == 0 || !char.IsUpper(form[0]) ? singular
            : IsCapitals(form) ? singular.ToUpperInvariant()
            : form.Length > singular.Length && form.StartsWith(singular, StringComparison.OrdinalIgnoreCase) ? form[..singular.Length]
            : Capitalised(singular);
    }

    private string Compared(string form, string ending)
    {
        if (!form.EndsWith(ending, StringComparison.Ordinal) || form.Length < ending.Length + 3)
        {
            return form;
        }

        var stem = form[..^ending.Length];
        return stem[^1] == 'i' ? stem[..^1] + "y" : stems.Restore(stem, isCutBeforeE: true);
    }

    private static string Figure(string form) =>
        char.IsAsciiDigit(form[0]) ? form.Replace(",", "", StringComparison.Ordinal) : form;

    private string KeptCapital(string form, string lemma) =>
        char.IsUpper(form[0]) && lexicon.KeepsCapital(Capitalised(lemma)) ? Capitalised(lemma) : lemma;

    private static bool IsCapitals(string form)
    {
        foreach (var c in form)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return form.Length > 1;
    }

    private static string Capitalised(string form) => char.ToUpperInvariant(form[0]) + form[1..];

    /// <summary>Lower case with plain apostrophes and quotation marks; the form itself where it is so already.</summary>
    private static string Plain(string form)
    {
        foreach (var c in form)
        {
            if (c > 127 || char.IsAsciiLetterUpper(c))
            {
                return string.Create(form.Length, form, static (room, source) =>
                {
                    for (var i = 0; i < room.Length; i++)
                    {
                        room[i] = source[i] switch
                        {
                            '\u2019' or '\u2018' => '\'',
                            '\u201c' or '\u201d' => '"',
                            '\u2013' => '-',
                            var c => char.ToLowerInvariant(c),
                        };
                    }
                });
            }
        }

        return form;
    }
}

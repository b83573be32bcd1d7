using System.Collections.Immutable;
using Graph.Language;

namespace Graph.Extraction.Syntax;

/// <summary>Mends what the parser gets wrong in short sentences and headlines.</summary>
internal static class TreeRepair
{
    /// <summary>The tokens with their tree mended; the same array where nothing is wrong.</summary>
    public static ImmutableArray<Token> Repaired(ImmutableArray<Token> tokens) =>
        VerbBeforeObject(tokens) is var (verb, noun) && verb >= 0 ? WithVerbAsRoot(tokens, verb, noun) : tokens;

    // "Pristina imposed sanctions against Belgrade.": the one verb is taken for a participle that modifies its object.
    private static (int Verb, int Noun) VerbBeforeObject(ImmutableArray<Token> tokens)
    {
        var verb = -1;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Upos is "AUX" || (tokens[i].Upos == "VERB" && tokens[i].Deprel != "amod"))
            {
                return (-1, -1);
            }

            if (tokens[i].Upos == "VERB" && verb < 0 && tokens[i].Xpos is "VBD" or "VBN")
            {
                verb = i;
            }
        }

        var noun = verb < 1 ? -1 : tokens[verb].Head;
        return noun > verb && tokens[verb - 1].Upos is "PROPN" or "NOUN" or "PRON" ? (verb, noun) : (-1, -1);
    }

    private static ImmutableArray<Token> WithVerbAsRoot(ImmutableArray<Token> tokens, int verb, int noun)
    {
        var subject = TopBefore(tokens, verb);
        var root = tokens.IndexOf(tokens.First(token => token.Head < 0));
        var mended = tokens.ToBuilder();
        mended[verb] = tokens[verb] with { Head = -1, Deprel = "root", Xpos = "VBD" };
        mended[subject] = tokens[subject] with { Head = verb, Deprel = "nsubj" };
        mended[noun] = tokens[noun] with { Head = verb, Deprel = "obj" };
        for (var i = verb + 1; i < tokens.Length; i++)
        {
            if (i != noun && tokens[i].Head == root && root != noun)
            {
                mended[i] = tokens[i] with { Head = verb };
            }
        }

        // Between the verb and its object only modifiers of the object stand.
        for (var i = 0; i < verb; i++)
        {
            if (i != subject && (tokens[i].Head >= verb || tokens[i].Head < 0))
            {
                mended[i] = tokens[i] with { Head = subject };
            }
        }

        return mended.ToImmutable();
    }

    // The head of the phrase before the verb: the last noun of it, or the root where that stands there.
    private static int TopBefore(ImmutableArray<Token> tokens, int verb)
    {
        for (var i = verb - 1; i >= 0; i--)
        {
            if (tokens[i].Head >= verb || tokens[i].Head < 0)
            {
                return i;
            }
        }

        return verb - 1;
    }
}

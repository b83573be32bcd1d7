using System.Collections.Immutable;
using Graph.Language;

namespace Graph.Extraction.Syntax;

/// <summary>Mends what the parser gets wrong around names, and in short sentences and headlines.</summary>
internal static class TreeRepair
{
    /// <summary>The tokens with their tree mended; the same array where nothing is wrong.</summary>
    public static ImmutableArray<Token> Repaired(Sentence sentence)
    {
        var tokens = WithCalledNames(sentence, WithListedNames(sentence, WithHoldersAsHeads(sentence, WithNamesAsHeads(sentence))));
        return VerbBeforeObject(tokens) is var (verb, noun) && verb >= 0 ? WithVerbAsRoot(tokens, verb, noun) : tokens;
    }

    // "U.S. Secretary of State Helen Marsh and the union's policy chief met": some parses make the title the head, and what
    // is coordinated with the name is lost below it.
    private static ImmutableArray<Token> WithNamesAsHeads(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        foreach (var name in sentence.Names.Where(name => name.Kind == NameKind.Person))
        {
            var head = Enumerable.Range(name.First, name.End - name.First).FirstOrDefault(i => tokens[i].Head < name.First || tokens[i].Head >= name.End, -1);
            var title = head < 0 ? -1 : tokens[head].Head;
            if (title >= 0 && title < name.First && tokens[title].Upos is "PROPN" or "NOUN" && tokens[head].Deprel is "nmod" or "flat" or "appos" or "compound"
                && IsTitleOf(sentence, tokens, title, name, head))
            {
                tokens = WithNameAsHead(tokens, title, name, head);
            }
        }

        return tokens;
    }

    // "met Republic of Korea Vice Foreign Minister Choi Jong Kun": she met the minister, not his state.
    private static ImmutableArray<Token> WithHoldersAsHeads(Sentence sentence, ImmutableArray<Token> tokens)
    {
        foreach (var state in sentence.Names.Where(name => name.Kind == NameKind.State))
        {
            var at = state.End;
            while (at < tokens.Length && tokens[at].Upos is "PROPN" or "ADJ" or "NOUN" && char.IsUpper(tokens[at].Form[0]) && !sentence.Names.Any(name => name.First == at))
            {
                at++;
            }

            var holder = sentence.Names.FirstOrDefault(name => name.First == at && name.Kind == NameKind.Person);
            var governor = Enumerable.Range(state.First, state.End - state.First).FirstOrDefault(i => tokens[i].Head < state.First || tokens[i].Head >= state.End, -1);
            if (at == state.End || holder.End == 0 || governor < 0 || (tokens[governor].Head >= state.End && tokens[governor].Head < holder.End))
            {
                continue;
            }

            var head = Enumerable.Range(holder.First, holder.End - holder.First).FirstOrDefault(i => tokens[i].Head < holder.First, -1);
            if (head >= 0 && tokens[head].Head >= state.First && HangsFrom(tokens, head, governor))
            {
                tokens = WithNameAsHead(tokens, governor, holder, head);
            }
        }

        return tokens;
    }

    // Only what hangs from a word may take its place: anything else would close a circle.
    private static bool HangsFrom(ImmutableArray<Token> tokens, int token, int ancestor)
    {
        while (token >= 0 && token != ancestor)
        {
            token = tokens[token].Head;
        }

        return token == ancestor;
    }

    // Nothing parts a title from its name, and no name is the title of another.
    private static bool IsTitleOf(Sentence sentence, ImmutableArray<Token> tokens, int title, NameSpan name, int head)
    {
        for (var i = title + 1; i < name.First; i++)
        {
            if (tokens[i].Upos is "PUNCT" or "VERB" or "CCONJ" || tokens[i].Head == head)
            {
                return false;
            }
        }

        return !sentence.Names.Any(other => other.First <= title && title < other.End) && char.IsUpper(tokens[title].Form[0]);
    }

    private static ImmutableArray<Token> WithNameAsHead(ImmutableArray<Token> tokens, int title, NameSpan name, int head)
    {
        var mended = tokens.ToBuilder();
        mended[head] = tokens[head] with { Head = tokens[title].Head, Deprel = tokens[title].Deprel };
        mended[title] = tokens[title] with { Head = head, Deprel = "nmod:desc" };
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head == title && i != head && (i >= name.End || tokens[i].Deprel is "case" or "cc" or "mark" or "cop"))
            {
                mended[i] = tokens[i] with { Head = head };
            }
        }

        return mended.ToImmutable();
    }

    // "welcomed Prime Minister A, Prime Minister B and Foreign Minister C": one name never explains another.
    private static ImmutableArray<Token> WithListedNames(Sentence sentence, ImmutableArray<Token> tokens)
    {
        foreach (var name in sentence.Names.Where(name => name.Kind == NameKind.Person))
        {
            for (var i = name.First; i < name.End; i++)
            {
                var head = tokens[i].Head;
                if (tokens[i].Deprel == "appos" && head >= 0 && head < name.First
                    && sentence.Names.Any(other => other.Kind == NameKind.Person && other.First <= head && head < other.End))
                {
                    tokens = tokens.SetItem(i, tokens[i] with { Deprel = "conj" });
                }
            }
        }

        return tokens;
    }

    // "called Ambassador Igor Belov to offer help": nobody is given a name.
    private static ImmutableArray<Token> WithCalledNames(Sentence sentence, ImmutableArray<Token> tokens)
    {
        foreach (var name in sentence.Names.Where(name => name.Kind == NameKind.Person))
        {
            for (var i = name.First; i < name.End; i++)
            {
                var verb = tokens[i].Head;
                if (tokens[i].Deprel == "xcomp" && verb >= 0 && verb < i && tokens[verb] is { Lemma: "call", Xpos: not "VBN" } && !tokens.Any(token => token.Head == verb && token.Deprel == "obj"))
                {
                    tokens = tokens.SetItem(i, tokens[i] with { Deprel = "obj" });
                }
            }
        }

        return tokens;
    }

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

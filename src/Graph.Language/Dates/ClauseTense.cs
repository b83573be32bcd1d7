namespace Graph.Language.Dates;

/// <summary>Finds the tense of the clause that a date expression stands in.</summary>
internal sealed class ClauseTense(DateVocabulary vocabulary)
{
    private const int LongestClimb = 12;

    /// <summary>The tense at a token; the past where there is no verb, as in headlines and datelines.</summary>
    /// <remarks>The future is "will meet", "is to meet", "plans to meet", "is meeting", "meets" - unless the verb reports ("says").</remarks>
    public Tense At(ReadOnlySpan<Token> tokens, int token)
    {
        var verb = tokens[token].Head >= 0 || tokens[token].Deprel == "root" ? Governor(tokens, token) : Nearest(tokens, token);
        return verb < 0 ? Tense.Past : Of(tokens, verb);
    }

    private static bool IsVerb(in Token token) => token.Xpos.StartsWith("VB", StringComparison.Ordinal) || token.Xpos == "MD";

    private static int Governor(ReadOnlySpan<Token> tokens, int token)
    {
        var i = token;
        for (var step = 0; step < LongestClimb && i >= 0; step++)
        {
            if (IsVerb(tokens[i]) || HasCopula(tokens, i))
            {
                return i;
            }

            i = tokens[i].Head;
        }

        return -1;
    }

    private static bool HasCopula(ReadOnlySpan<Token> tokens, int head)
    {
        foreach (ref readonly var token in tokens)
        {
            if (token.Head == head && token.Deprel == "cop")
            {
                return true;
            }
        }

        return false;
    }

    private static int Nearest(ReadOnlySpan<Token> tokens, int token)
    {
        for (var distance = 1; distance < tokens.Length; distance++)
        {
            if (token - distance >= 0 && IsVerb(tokens[token - distance]))
            {
                return token - distance;
            }

            if (token + distance < tokens.Length && IsVerb(tokens[token + distance]))
            {
                return token + distance;
            }
        }

        return -1;
    }

    private Tense Of(ReadOnlySpan<Token> tokens, int verb)
    {
        var (hasPast, hasPresent) = (false, false);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!BelongsTo(tokens, i, verb))
            {
                continue;
            }

            var word = tokens[i];
            if (word.Xpos == "MD")
            {
                return word.Lemma is "will" or "shall" or "may" or "can" or "must" or "should" or "might" ? Tense.Future : ByContext(word);
            }

            hasPast |= word.Xpos == "VBD" || (word.Lemma == "have" && i != verb);
            hasPresent |= word.Xpos is "VBZ" or "VBP" && word.Lemma != "have";
        }

        return Decide(tokens, verb, hasPast, hasPresent);
    }

    // "would" and "could" look forward from the clause they stand in: "said it would meet Tuesday".
    private static Tense ByContext(in Token modal) => modal.Lemma is "would" or "could" ? Tense.Future : Tense.Past;

    private Tense Decide(ReadOnlySpan<Token> tokens, int verb, bool hasPast, bool hasPresent)
    {
        var word = tokens[verb];
        if (hasPast)
        {
            return Tense.Past;
        }

        if (word.Xpos == "VB")
        {
            return Tense.Future;
        }

        if (hasPresent || word.Xpos is "VBZ" or "VBP")
        {
            return word.Xpos == "VBN" || vocabulary[word.Lemma].Kind == DateWordKind.Report ? Tense.Past : Tense.Future;
        }

        // A participle has the tense of the clause above it: "arriving Tuesday, he will meet ...".
        return word.Xpos == "VBG" && word.Head >= 0 && Governor(tokens, word.Head) is var above && above >= 0 && above != verb
            ? Of(tokens, above)
            : Tense.Past;
    }

    private static bool BelongsTo(ReadOnlySpan<Token> tokens, int i, int verb)
    {
        if (i == verb)
        {
            return true;
        }

        var token = tokens[i];
        return tokens[verb].Head < 0 && tokens[verb].Deprel != "root"
            ? i < verb && verb - i <= 3 && IsVerb(token)
            : token.Head == verb && token.Deprel is "aux" or "aux:pass" or "cop";
    }
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Graph.Language;
using Graph.Model;

namespace Graph.Extraction.Tests.Names;

/// <summary>Replaces the names in a text that is analysed already: sentences, trees and kinds of names stay those of the first text.</summary>
internal sealed partial class SwappingAnalyzer(ParsedDocument original, NameSwap swap) : ILanguageAnalyzer
{
    /// <param name="text">The text with the names replaced.</param>
    public ParsedDocument Analyze(string text, DateOnly? date)
    {
        var edits = swap.Edits(original.Text).ToImmutableArray();
        return new ParsedDocument { Text = text, Date = date, Sentences = [.. original.Sentences.Select(sentence => Swapped(sentence, text, edits))] };
    }

    private static Sentence Swapped(Sentence sentence, string text, ImmutableArray<(int Start, int End, string Replacement)> edits)
    {
        var tokens = sentence.Tokens.ToBuilder();
        var shift = edits.Where(edit => edit.End <= sentence.Span.Start).Sum(edit => edit.Replacement.Length - (edit.End - edit.Start));
        for (var i = 0; i < tokens.Count;)
        {
            var edit = edits.FirstOrDefault(edit => edit.Start <= tokens[i].Span.Start && tokens[i].Span.Start < edit.End);
            if (edit.Replacement is null)
            {
                tokens[i] = tokens[i] with { Span = new TextSpan(tokens[i].Span.Start + shift, tokens[i].Span.End + shift) };
                i++;
                continue;
            }

            foreach (Match word in Words().Matches(edit.Replacement))
            {
                tokens[i] = Renamed(tokens[i], word.Value, edit.Start + shift + word.Index);
                i++;
            }

            shift += edit.Replacement.Length - (edit.End - edit.Start);
        }

        Assert.All(tokens, token => Assert.Equal(token.Form, token.Span.Of(text)));
        return new Sentence
        {
            Index = sentence.Index,
            Span = new TextSpan(tokens[0].Span.Start, tokens[^1].Span.End),
            Tokens = tokens.ToImmutable(),
            Names = sentence.Names,
            Dates = sentence.Dates,
            Quantities = sentence.Quantities,
            DatelineLength = sentence.DatelineLength,
        };
    }

    private static Token Renamed(Token token, string form, int start) => token with
    {
        Span = new TextSpan(start, start + form.Length),
        Form = form,
        Lemma = token.Form is "a" or "an" or "-" ? token.Lemma : token.Lemma == token.Form ? form : form.ToLowerInvariant(),
    };

    // As the tokeniser cuts the names of the lists: at spaces and around hyphens.
    [GeneratedRegex(@"[^\s-]+|-")]
    private static partial Regex Words();
}

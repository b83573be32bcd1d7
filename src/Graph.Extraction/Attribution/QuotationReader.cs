using System.Collections.Immutable;
using Graph.Extraction.Syntax;
using Graph.Model;

namespace Graph.Extraction.Attribution;

/// <summary>A quotation in the raw text, between its quotation marks.</summary>
internal readonly record struct Quotation(TextSpan Span)
{
    public bool Contains(int offset) => Span.Start <= offset && offset < Span.End;
}

/// <summary>Finds quotations; they may run over several sentences.</summary>
internal static class QuotationReader
{
    // A quotation longer than this is a missing quotation mark.
    private const int LongestQuotation = 3000;

    /// <summary>Quotations in text order. A mark that is never closed opens none; a new paragraph closes a straight one.</summary>
    public static ImmutableArray<Quotation> Read(string text)
    {
        var quotations = ImmutableArray.CreateBuilder<Quotation>();
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var opens = text[i] == '“' || (text[i] == '"' && open < 0);
            var closes = text[i] == '”' || (text[i] == '"' && open >= 0);
            if (opens)
            {
                open = i + 1;
            }
            else if (closes && open >= 0)
            {
                if (i - open <= LongestQuotation && i > open)
                {
                    quotations.Add(new Quotation(new TextSpan(open, i)));
                }

                open = -1;
            }
            else if (open >= 0 && text[i] == '\n' && text[open - 1] == '"' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                open = -1;
            }
        }

        return quotations.ToImmutable();
    }

    /// <summary>Whether a token stands inside a quotation.</summary>
    public static Quotation? At(ImmutableArray<Quotation> quotations, SentenceSyntax syntax, int token)
    {
        foreach (var quotation in quotations)
        {
            if (quotation.Contains(syntax[token].Span.Start))
            {
                return quotation;
            }
        }

        return null;
    }
}

using Graph.Extraction.Entities;
using Graph.Extraction.Syntax;
using Graph.Language.Gazetteer;

namespace Graph.Extraction.Mentions;

/// <summary>Finds what the gazetteer knows by name.</summary>
internal sealed class GazetteerMatcher(GazetteerIndex gazetteer)
{
    private const int LongestName = 7;

    /// <summary>What a token range names; null for nothing known.</summary>
    public TextMention? Exact(SentenceSyntax syntax, int first, int end)
    {
        var form = Form(syntax, first, end);
        var plain = form.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? form[4..] : form;
        if (plain.Length == 0 || !char.IsUpper(plain[0]))
        {
            return null;
        }

        // "the National Hurricane Center", "the Atlantic": a newspaper of one common word is called "The" and ends there.
        if (gazetteer.OrganisationsNamed(plain) is [var paper, ..] && paper.Name.StartsWith("The ", StringComparison.Ordinal) && !plain.Contains(' ', StringComparison.Ordinal)
            && (!form.StartsWith("The ", StringComparison.Ordinal) || (end < syntax.Count && syntax[end].Upos == "PROPN")))
        {
            return null;
        }

        return OfState(syntax, first, end, plain) ?? OfSeat(syntax, first, end, plain) ?? OfOrganisation(syntax, first, end, plain) ?? OfPlace(syntax, first, end, plain);
    }

    /// <summary>The longest known names in text order.</summary>
    public IEnumerable<TextMention> Scan(SentenceSyntax syntax)
    {
        for (var first = 0; first < syntax.Count; first++)
        {
            if (!char.IsUpper(syntax[first].Form[0]))
            {
                continue;
            }

            for (var end = Math.Min(first + LongestName, syntax.Count); end > first; end--)
            {
                if (IsPlausible(syntax, first, end) && Exact(syntax, first, end) is { } match)
                {
                    yield return match;
                    first = end - 1;
                    break;
                }
            }
        }
    }

    /// <summary>A name that the gazetteer does not know.</summary>
    /// <param name="state">The state that it is a part of, where the text says so.</param>
    public static TextMention Unknown(SentenceSyntax syntax, int first, int end, EntityKind kind, string rule, StateEntry? state = null) => Named(syntax, first, end, kind, rule, state);

    // A single common word at the start of a sentence, or a one-letter platform such as X, is a name only where something says so.
    private static bool IsPlausible(SentenceSyntax syntax, int first, int end)
    {
        if (end - first > 1)
        {
            return true;
        }

        var form = syntax[first].Form;
        if (form.Length == 1)
        {
            return (end < syntax.Count && syntax[end].Form == "platform") || (first > 0 && syntax[first - 1].Form is "on" or "On" && IsProper(syntax, first));
        }

        return IsProper(syntax, first) || syntax[first].Upos == "ADJ";
    }

    private static bool IsProper(SentenceSyntax syntax, int token) => syntax[token].Upos == "PROPN";

    private TextMention? OfState(SentenceSyntax syntax, int first, int end, string form)
    {
        // "US" in a headline of capitals may be the pronoun; the tagger decides.
        if (form == "US" && syntax[first].Upos == "PRON")
        {
            return null;
        }

        if (gazetteer.StatesNamed(form) is [var named, ..])
        {
            return Named(syntax, first, end, EntityKind.State, "name.state", named);
        }

        if (gazetteer.StatesOfAdjective(form) is [var adjective, ..])
        {
            return Named(syntax, first, end, EntityKind.State, "name.nationality", adjective, MentionForm.Nationality);
        }

        if (gazetteer.StatesOfInhabitants(form) is [var inhabitants, ..])
        {
            return Named(syntax, first, end, EntityKind.State, "name.inhabitants", inhabitants, MentionForm.Nationality);
        }

        return gazetteer.StatesOfCapital(form) is [var state, ..]
            ? Named(syntax, first, end, EntityKind.Place, "name.capital", state, place: gazetteer.PlacesNamed(form) is [var place, ..] ? place : null, isCapital: true)
            : null;
    }

    private TextMention? OfSeat(SentenceSyntax syntax, int first, int end, string form) =>
        gazetteer.SeatsNamed(form) is [var seat, ..]
            ? Named(syntax, first, end, EntityKind.Place, "name.seat", gazetteer.State(seat.Country), seat: seat)
            : null;

    private TextMention? OfOrganisation(SentenceSyntax syntax, int first, int end, string form) =>
        gazetteer.OrganisationsNamed(form) is [var organisation, ..]
            ? Named(syntax, first, end, EntityKind.Organisation, "name.organisation", organisation: organisation)
            : null;

    private TextMention? OfPlace(SentenceSyntax syntax, int first, int end, string form) =>
        gazetteer.PlacesNamed(form) is [var place, ..] ? Named(syntax, first, end, EntityKind.Place, "name.place", place: place) : null;

    private static TextMention Named(
        SentenceSyntax syntax, int first, int end, EntityKind kind, string rule, StateEntry? state = null, MentionForm form = MentionForm.Name,
        OrganisationEntry? organisation = null, PlaceEntry? place = null, SeatEntry? seat = null, bool isCapital = false) => new()
        {
            Sentence = syntax.Index,
            First = first,
            End = end,
            Head = syntax.HeadOf(first, end),
            Form = form,
            Kind = kind,
            Rule = rule,
            State = state,
            Organisation = organisation,
            Place = place,
            Seat = seat,
            IsCapital = isCapital,
        };

    // A dateline writes "ANKARA" and "NEW YORK"; where only a headline begins so, acronyms are shorter.
    private static bool IsShouted(SentenceSyntax syntax, int first, string text) =>
        (first < syntax.Sentence.DatelineLength || (first == 0 && text.Length > 4)) && text.All(letter => !char.IsLower(letter)) && text.Any(char.IsUpper) && syntax.Count > 1;

    private static string Capitalised(string text)
    {
        var letters = text.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = i == 0 || !char.IsLetter(letters[i - 1]) ? char.ToUpperInvariant(letters[i]) : letters[i];
        }

        return new string(letters);
    }

    // Tokens are joined as the gazetteer writes names: a hyphen has no spaces around it.
    private static string Form(SentenceSyntax syntax, int first, int end)
    {
        var text = syntax[first].Form;
        for (var i = first + 1; i < end; i++)
        {
            text += (syntax[i].Span.Start == syntax[i - 1].Span.End ? "" : " ") + syntax[i].Form;
        }

        return IsShouted(syntax, first, text) ? Capitalised(text) : text;
    }
}

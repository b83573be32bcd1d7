using System.Collections.Immutable;
using Graph.Extraction.Attribution;
using Graph.Extraction.Entities;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Coreference;

/// <summary>For whom a speaker speaks: what "we" and "our" mean in a statement, and outside of any in a text that an office publishes.</summary>
internal sealed class SpeakerSides(ArticleContext context, EntityTable entities, ImmutableArray<TitleHolding> holdings)
{
    private const int LastOfLead = 5;

    private readonly ImmutableArray<Quotation> quotations = QuotationReader.Read(context.Document.Text);
    private readonly SpeakerTurns turns = new(context.Document.Text);
    private readonly SpeechReader speeches = new(context, entities);

    /// <summary>The side of whoever says what stands at a token; null where that is not known.</summary>
    public EntityDraft? SideAt(SentenceSyntax syntax, int token)
    {
        if (SpeakerAt(syntax, token) is { } speaker)
        {
            return speaker.Kind == EntityKind.Person ? SideOf(speaker) ?? speaker : speaker;
        }

        // Outside quotations only the publisher says "we": a ministry, for its state.
        return QuotationReader.At(quotations, syntax, token) is null && !turns.IsTranscript ? Publisher() ?? Signatories() : null;
    }

    /// <summary>The person who says what stands at a token; null where that is not known.</summary>
    public EntityDraft? PersonAt(SentenceSyntax syntax, int token) =>
        SpeakerAt(syntax, token) is { Kind: EntityKind.Person } speaker ? speaker : null;

    /// <summary>The organisation that a person speaks for at a token; null where there is none.</summary>
    public EntityDraft? OrganisationAt(SentenceSyntax syntax, int token) =>
        SpeakerAt(syntax, token) is { Kind: EntityKind.Person } speaker && Spoken(speaker) is { } owner ? owner : null;

    private EntityDraft? SpeakerAt(SentenceSyntax syntax, int token)
    {
        foreach (var frame in speeches.Read(syntax.Index))
        {
            if (!frame.Speakers.IsEmpty && syntax.IsAncestor(frame.Content, token) && !syntax.IsAncestor(frame.Verb, token, below: frame.Content))
            {
                return frame.Speakers[0];
            }
        }

        return turns.IsTranscript ? turns.SpeakerAt(syntax[token].Span.Start, entities.Entities) : null;
    }

    private EntityDraft? SideOf(EntityDraft person) =>
        holdings.Where(holding => holding.Person == person).SelectMany(holding => holding.Owners).FirstOrDefault(owner => owner.Kind is EntityKind.State or EntityKind.Organisation)
        ?? StateOfTitle(holdings.Where(holding => holding.Person == person));

    private EntityDraft? Spoken(EntityDraft person) =>
        holdings.Where(holding => holding.Person == person && holding.Title.Entry.Kind == TitleKind.Spokesperson)
            .SelectMany(holding => holding.Owners).FirstOrDefault(owner => owner.Kind == EntityKind.Organisation);

    // Only a text in which an office that tells its state speaks for itself has a publisher: "Secretary of State".
    private EntityDraft? Publisher() =>
        StateOfTitle(holdings);

    // "Joint Statement": "we" are those who met, or by whom it was released.
    private EntityDraft? Signatories()
    {
        var headline = context.Sentences.Length == 0 ? null : context.Sentences[0];
        if (headline is null || !Enumerable.Range(0, headline.Count).Any(token => headline.Lemma(token) is "statement" or "communique" or "communiqué" or "declaration"))
        {
            return null;
        }

        return context.Clauses.Take(LastOfLead).SelectMany((clauses, sentence) => clauses.Where(clause => clause.Lemma is "meet" or "release" or "issue" or "adopt" or "gather" or "convene")
                .SelectMany(clause => clause.Agents).Select(token => entities.At(sentence, token)))
            .FirstOrDefault(entity => entity is { Kind: EntityKind.Organisation, IsNamed: false });
    }

    private EntityDraft? StateOfTitle(IEnumerable<TitleHolding> titles) =>
        titles.FirstOrDefault(holding => holding.Title.Entry.State.Length > 0) is { } byTitle
            ? entities.Entities.FirstOrDefault(entity => entity.State?.Iso3 == byTitle.Title.Entry.State)
            : null;
}

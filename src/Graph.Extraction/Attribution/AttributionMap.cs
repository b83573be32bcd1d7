using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Attribution;

/// <summary>Who is responsible for what stands where in the text.</summary>
internal sealed class AttributionMap
{
    private readonly ArticleContext context;
    private readonly Dictionary<Quotation, ImmutableArray<EntityDraft>> quoted = [];

    public AttributionMap(ArticleContext context, EntityTable entities)
    {
        this.context = context;
        var reader = new SpeechReader(context, entities);
        Frames = [.. context.Sentences.Select(syntax => reader.Read(syntax.Index))];
        Quotations = QuotationReader.Read(context.Document.Text);
        AssignQuotations();
    }

    /// <summary>Speech frames by sentence.</summary>
    public ImmutableArray<ImmutableArray<SpeechFrame>> Frames { get; }

    public ImmutableArray<Quotation> Quotations { get; }

    /// <summary>The frame whose content is headed by a token; null for none.</summary>
    public SpeechFrame? FrameOver(int sentence, int content)
    {
        foreach (var frame in Frames[sentence])
        {
            if (frame.Content == content)
            {
                return frame;
            }
        }

        return null;
    }

    /// <summary>Who speaks the quotation that a token stands in; empty where it stands in none or nobody is named.</summary>
    public ImmutableArray<EntityDraft> QuotedAt(SentenceSyntax syntax, int token) =>
        QuotationReader.At(Quotations, syntax, token) is { } quotation ? quoted.GetValueOrDefault(quotation, []) : [];

    /// <summary>Who speaks a quotation.</summary>
    public ImmutableArray<EntityDraft> SpeakersOf(Quotation quotation) => quoted.GetValueOrDefault(quotation, []);

    // The saying beside a quotation tells who speaks; a quotation with none beside it goes on from the one before.
    private void AssignQuotations()
    {
        ImmutableArray<EntityDraft> last = [];
        var lastSentence = -1;
        foreach (var quotation in Quotations)
        {
            var sentences = context.Sentences.Where(syntax => syntax.Sentence.Span.Start < quotation.Span.End && quotation.Span.Start < syntax.Sentence.Span.End).ToList();
            var frames = sentences.SelectMany(syntax => Frames[syntax.Index])
                .Where(frame => !quotation.Contains(context.Sentences[frame.Sentence][frame.Verb].Span.Start) && !frame.Speakers.IsEmpty);
            var speakers = frames.LastOrDefault()?.Speakers ?? [];
            var isNext = sentences.Count > 0 && sentences[0].Index <= lastSentence + 1;
            if (speakers.IsEmpty && isNext)
            {
                speakers = last;
            }

            quoted[quotation] = speakers;
            (last, lastSentence) = (speakers, sentences.Count > 0 ? sentences[^1].Index : lastSentence);
        }
    }
}

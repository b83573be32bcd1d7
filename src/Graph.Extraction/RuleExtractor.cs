using Graph.Extraction.Affiliations;
using Graph.Extraction.Attribution;
using Graph.Extraction.Certainties;
using Graph.Extraction.Coreference;
using Graph.Extraction.Deals;
using Graph.Extraction.Documents;
using Graph.Extraction.Entities;
using Graph.Extraction.Events;
using Graph.Extraction.Facts;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Meetings;
using Graph.Extraction.Mentions;
using Graph.Extraction.Offices;
using Graph.Extraction.Relations;
using Graph.Extraction.Statements;
using Graph.Extraction.Syntax;
using Graph.Language;
using Graph.Language.Gazetteer;
using Graph.Model;

namespace Graph.Extraction;

/// <summary>Extracts by rules over dependency trees and the lexicon. Safe for use from several threads.</summary>
public sealed class RuleExtractor : IExtractor
{
    private readonly ILanguageAnalyzer analyzer;
    private readonly ExtractionLexicon lexicon;
    private readonly GazetteerIndex gazetteer;

    private RuleExtractor(ILanguageAnalyzer analyzer, ExtractionLexicon lexicon, GazetteerIndex gazetteer)
    {
        this.analyzer = analyzer;
        this.lexicon = lexicon;
        this.gazetteer = gazetteer;
    }

    /// <inheritdoc/>
    public string Version => "rules/1";

    /// <summary>An extractor with the lexicon that comes with the product, extended by a user's.</summary>
    /// <param name="lexiconFolder">Holds any of the files of <c>seeds/lexicon</c>; entries there replace those with the same key. Null for none.</param>
    /// <exception cref="InvalidDataException">Some entries are faulty; the message names each with file, line and remedy.</exception>
    public static RuleExtractor Create(ILanguageAnalyzer analyzer, string? lexiconFolder = null) => new(
        analyzer, LexiconReader.Read(lexiconFolder), lexiconFolder is null ? GazetteerReader.Read() : GazetteerReader.Read(lexiconFolder));

    /// <inheritdoc/>
    public ValueTask<GraphDocument> ExtractAsync(Article article, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var document = analyzer.Analyze(article.Text, article.Date);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Extract(new ArticleContext(article, document, lexicon, gazetteer)));
    }

    /// <summary>Runs the stages in their order; each reads what those before it found.</summary>
    private static GraphDocument Extract(ArticleContext context)
    {
        var actors = new ActorLinker(context).Link();
        actors = actors with { Holdings = new JurisdictionReader(context, actors).Complete() };
        var entities = actors.Entities;
        var attribution = new AttributionMap(context, entities);
        var certainty = new CertaintyReader(context, attribution);
        var facts = new FactTable(context);

        var sides = new Sides(actors);
        var events = FindEvents(context, entities);
        var builder = new EventBuilder(context, entities, certainty);
        foreach (var cluster in new EventClusterer(entities, sides).Cluster(events))
        {
            builder.Build(cluster);
        }

        new DealStatus(context, entities, certainty).Write();
        new OfficeFacts(context, actors, facts).Write();
        new AffiliationFacts(context, actors, facts).Write();
        var eventFacts = new EventFacts(entities, facts, certainty);
        foreach (var mention in events)
        {
            eventFacts.Write(mention, context.Sentences[mention.Sentence]);
        }

        WriteClauses(context, entities, facts, certainty, events);
        new EventInference(context, entities, facts).Write();
        new MeetingTopics(context, entities, facts, events).Write();
        new MeetingInference(entities, facts, sides).Write();
        new StatementFacts(context, entities, facts, attribution).Write();
        return new DocumentBuilder(context, entities, facts).Build();
    }

    private static List<EventMention> FindEvents(ArticleContext context, EntityTable entities)
    {
        var nominals = new NominalFinder(context);
        var nounReader = new NominalEventReader(context, entities);
        var verbReader = new VerbalEventReader(context, entities);
        var events = new List<EventMention>();
        foreach (var syntax in context.Sentences)
        {
            var ofNouns = nominals.Find(syntax, token => entities.At(syntax.Index, token) is not null)
                .Where(phrase => phrase.Kind.IsEvent() || phrase.Kind.IsDeal()).Select(nounReader.Read).Where(mention => IsTold(mention) && !IsNone(syntax, mention));
            var ofVerbs = context.Clauses[syntax.Index].SelectMany(clause => verbReader.Read(syntax, clause));
            events.AddRange(ofNouns.Concat(ofVerbs).OrderBy(mention => mention.Head));
        }

        return events;
    }

    // "a call for freedom", "in meetings": a bare noun of meeting with nobody in it is no meeting, unless it points back.
    private static bool IsTold(EventMention mention) =>
        mention.Class.Kind != EntityKind.Meeting || mention.IsDefinite || mention.Arguments.Count > 0 || mention.Sentence == 0 || mention.Phrase!.First == mention.Head;

    // "even if no agreement is reached": there is none to be a node.
    private static bool IsNone(SentenceSyntax syntax, EventMention mention) =>
        mention.Class.Kind.IsDeal() && syntax.ChildrenIn(mention.Head, "det").Any(det => syntax.Lemma(det) == "no");

    private static void WriteClauses(
        ArticleContext context, EntityTable entities, FactTable facts, CertaintyReader certainty, List<EventMention> events)
    {
        var frames = new FrameFacts(context, entities, facts, certainty);
        var residue = new ResidualFacts(context, entities, facts, certainty);
        var told = events.Where(mention => mention.Phrase is null).Select(mention => (mention.Sentence, mention.Head)).ToHashSet();
        var nouns = new NounFrameFacts(context, entities, facts, certainty);
        foreach (var syntax in context.Sentences)
        {
            nouns.Write(syntax);
            var untold = context.Clauses[syntax.Index].Where(clause => !frames.Write(syntax, clause) && !told.Contains((syntax.Index, clause.Predicate))).ToList();
            foreach (var clause in untold)
            {
                residue.Write(syntax, clause);
            }
        }
    }
}

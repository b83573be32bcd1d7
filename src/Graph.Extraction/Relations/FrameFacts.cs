using System.Collections.Immutable;
using Graph.Extraction.Certainties;
using Graph.Extraction.Entities;
using Graph.Extraction.Events;
using Graph.Extraction.Facts;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Mentions;
using Graph.Extraction.Syntax;
using Graph.Model;

namespace Graph.Extraction.Relations;

/// <summary>Writes what the frames of verbs say: who accused whom, who sent whom, who rejected what.</summary>
internal sealed class FrameFacts(ArticleContext context, EntityTable entities, FactTable facts, CertaintyReader certainty)
{
    private const int LongestProperty = 200;

    /// <summary>Writes the facts of a clause; returns whether any frame fitted.</summary>
    public bool Write(SentenceSyntax syntax, Clause clause)
    {
        var any = false;
        if (clause.Lemma == "replace" && !clause.Obliques.Any(oblique => oblique.Preposition == "with"))
        {
            // "Otieno replaces Kiptoo" takes over from him; only "replaced Kiptoo with Otieno" dismisses him.
            return false;
        }

        foreach (var frame in context.Lexicon.FramesOf(clause.Lemma).Concat(clause.IsByPhone(syntax) ? context.Lexicon.FramesOf("phone") : []))
        {
            foreach (var from in Entities(syntax, clause, frame.From))
            {
                foreach (var to in Entities(syntax, clause, frame.To).Where(to => to != from))
                {
                    Add(syntax, clause, frame, from, to);
                    any = true;
                }
            }
        }

        return any;
    }

    private void Add(SentenceSyntax syntax, Clause clause, VerbFrame frame, EntityDraft from, EntityDraft to)
    {
        var reading = certainty.Read(syntax.Index, clause.Predicate);
        if (frame.Certainty is { } own && reading.Certainty is Certainty.Asserted or Certainty.Reported)
        {
            reading = reading with { Certainty = own };
        }

        if (reading.Certainty == Certainty.Demanded && frame.Certainty is null && IsAttitude(frame.Type))
        {
            // "urged him to commit to the plan": that he supports it is only wished for.
            return;
        }

        var properties = Properties(syntax, clause, frame);
        if (frame.Type == RelationshipTypes.Demands && frame.Properties.Any(pair => pair.Key == "what") && to.Kind.IsActor() && !properties.ContainsKey("what"))
        {
            // "told reporters", "asked the minister": without what is wanted nothing is demanded.
            return;
        }

        if (frame.Type == RelationshipTypes.OfferedForcesTo && !clause.Objects.IsEmpty && !clause.Objects.Any(token => IsForce(syntax, token)))
        {
            // "offered to send investigators".
            return;
        }

        if (frame.Type == RelationshipTypes.RelatedTo)
        {
            properties = properties.SetItem("predicate", clause.Lemma);
        }

        var qualifier = frame.Type switch
        {
            RelationshipTypes.Demands => properties.GetValueOrDefault("what") as string ?? "",
            RelationshipTypes.TravelledTo or RelationshipTypes.DepartedFrom => properties.GetValueOrDefault("date") as string ?? "",
            _ => "",
        };
        if (properties.ContainsKey("reverse"))
        {
            (from, to) = (to, from);
            properties = properties.Remove("reverse");
        }

        if (frame.Type is RelationshipTypes.TravelledTo or RelationshipTypes.DepartedFrom)
        {
            properties = properties.SetItem("status", reading.Certainty is Certainty.Asserted or Certainty.Reported ? "held" : reading.Certainty == Certainty.Denied ? "cancelled" : "planned");
        }

        facts.Add(from, Type(syntax, clause, frame.Type, reading), to, syntax.Index, clause.Predicate, $"frame.{clause.Lemma.Replace(' ', '-')}.{frame.From.Slot}.{frame.To.Slot}", reading, properties, qualifier);
    }

    private bool IsForce(SentenceSyntax syntax, int token) =>
        WordMatch.Keys(syntax, token).SelectMany(key => context.Lexicon.NounsHeadedBy(key)).Any(noun => noun.Class.Name == "forces") || syntax.Lemma(token) is "help" or "assistance" or "support";

    // "wants to join NATO" seeks membership; "is willing to accept a truce" is open to it.
    private static string Type(SentenceSyntax syntax, Clause clause, string type, CertaintyReading reading)
    {
        if (type == RelationshipTypes.MemberOf && reading.Certainty is not (Certainty.Asserted or Certainty.Reported or Certainty.Denied))
        {
            return RelationshipTypes.SeeksMembershipOf;
        }

        var above = syntax.Is(clause.Predicate, "xcomp") ? syntax.Head(clause.Predicate) : -1;
        return type is RelationshipTypes.Supports or RelationshipTypes.Signed && above >= 0 && syntax.Lemma(above) is "willing" or "ready" or "open" or "prepared"
            ? RelationshipTypes.OpenTo
            : type;
    }

    private static bool IsAttitude(string type) => type is RelationshipTypes.Supports or RelationshipTypes.Opposes or RelationshipTypes.Seeks
        or RelationshipTypes.Rejected or RelationshipTypes.Accused or RelationshipTypes.OpenTo or RelationshipTypes.AllyOf;

    private ImmutableSortedDictionary<string, object> Properties(SentenceSyntax syntax, Clause clause, VerbFrame frame)
    {
        var properties = PropertyMap.Empty;
        foreach (var (name, slot) in frame.Properties)
        {
            var text = slot switch
            {
                "date" => EventDates.OfVerb(syntax, clause.Predicate)?.Value,
                "1" => "true",
                _ => slot.Split('+').Select(alternative => Text(syntax, clause, alternative)).FirstOrDefault(found => found is not null),
            };
            if (text is not null)
            {
                properties = properties.SetItem(name, text);
            }
        }

        if (frame.Plover.Length > 0)
        {
            properties = properties.SetItem("plover", frame.Plover);
        }

        return frame.Cameo.Length > 0 ? properties.SetItem("cameo", frame.Cameo) : properties;
    }

    private string? Text(SentenceSyntax syntax, Clause clause, string slot)
    {
        var token = slot == "ccomp" ? clause.Complement : ArgumentFinder.Find(syntax, clause, slot).DefaultIfEmpty(-1).First();
        if (token < 0)
        {
            return null;
        }

        var (first, end) = syntax.Extent(token);
        var text = NameText.OneLine(context.Text(syntax.Index, first, end)).Trim('.', ',', ';', ' ', '“', '”', '"');
        return text.Length <= LongestProperty ? text : text[..LongestProperty];
    }

    private IEnumerable<EntityDraft> Entities(SentenceSyntax syntax, Clause clause, ArgumentSelector selector) =>
        ArgumentFinder.Find(syntax, clause, selector.Slot)
            // "claims he would be fine": whom a pronoun of the clause means is too unsure to accuse them.
            .Where(token => selector.Slot != "ccomp" || syntax[token].Upos != "PRON")
            .SelectMany(token => entities.All(syntax.Index, token))
            .Where(entity => selector.Fits(entity.Kind))
            .Distinct();
}

using System.Collections.Immutable;
using Graph.Extraction.Certainties;
using Graph.Extraction.Entities;
using Graph.Extraction.Syntax;
using Graph.Model;

namespace Graph.Extraction.Events;

/// <summary>Makes an entity of each cluster, with date, status and codes.</summary>
internal sealed class EventBuilder(ArticleContext context, EntityTable entities, CertaintyReader certainty)
{
    private const int LongestForm = 14;

    // Later in this list wins: a cancelled meeting stays cancelled though it was planned once.
    private static readonly ImmutableArray<string> Course = ["planned", "held", "ongoing", "suspended", "postponed", "cancelled"];

    /// <summary>Adds the cluster's entity and links its noun phrases to it.</summary>
    public EntityDraft Build(EventCluster cluster)
    {
        var first = cluster.Mentions[0];
        var kind = cluster.Mentions.Any(mention => mention.Class.Name == "war") ? EntityKind.Conflict : first.Class.Kind;
        var entity = entities.Add(new EntityDraft(kind, Name(cluster)) { Noun = first.Phrase?.Noun });
        foreach (var mention in cluster.Mentions)
        {
            mention.Entity = entity;
            if (mention.Phrase is { } phrase)
            {
                entities.Link(phrase, entity, mention.Rule);
                AddForms(entity, mention, phrase);
            }
            else
            {
                entities.Alias(mention.Sentence, mention.Head, entity);
                AddVerbForm(entity, mention);
            }
        }

        AddProperties(cluster, entity);
        return entity;
    }

    private void AddProperties(EventCluster cluster, EntityDraft entity)
    {
        if (cluster.Mentions.FirstOrDefault(mention => mention.Date?.Value is not null)?.Date is { } date)
        {
            EventDates.Write(date, entity.Properties);
        }

        AddText(entity, "plover", cluster.Mentions.Select(mention => mention.Plover));
        AddText(entity, "cameo", cluster.Mentions.Select(mention => mention.Cameo));
        AddText(entity, "mode", cluster.Mentions.Select(mention => mention.Class.Mode));
        if (entity.Kind.IsEvent())
        {
            entity.Properties["status"] = Status(cluster);
            if (context.Article.Date is { } today)
            {
                entity.Properties["statusAsOf"] = today.ToString("yyyy-MM-dd");
            }
        }
    }

    private string Status(EventCluster cluster)
    {
        var stated = cluster.Mentions.Select(StatusOf).Where(status => status.Length > 0).OrderByDescending(status => Course.IndexOf(status)).FirstOrDefault();
        return stated ?? "held";
    }

    private string StatusOf(EventMention mention)
    {
        var syntax = context.Sentences[mention.Sentence];
        var reading = certainty.Read(mention.Sentence, mention.Head, mention.IsDefinite).Certainty;
        var above = syntax.Head(mention.Head);
        if (mention.Status is "absent")
        {
            return "";
        }

        if (mention.Status is "cancelled" or "postponed" or "suspended")
        {
            return reading == Certainty.Denied ? "" : mention.Status;
        }

        var support = mention.Status.Length > 0 && above >= 0 ? certainty.Read(mention.Sentence, above).Certainty : reading;
        if (support is Certainty.Planned or Certainty.Proposed or Certainty.Demanded or Certainty.Analysis || mention.Status == "planned")
        {
            return "planned";
        }

        return mention.Status == "ongoing" && IsOfToday(mention) ? "ongoing" : mention.Status.Length > 0 || mention.Phrase is null ? "held" : "";
    }

    // "began talks": going on if it began on the day of the article or no day is given.
    private bool IsOfToday(EventMention mention) =>
        mention.Date?.Value is not { } value || value == context.Article.Date?.ToString("yyyy-MM-dd");

    private static void AddText(EntityDraft entity, string property, IEnumerable<string> values)
    {
        if (values.FirstOrDefault(value => value.Length > 0) is { } value)
        {
            entity.Properties[property] = value;
        }
    }

    private void AddForms(EntityDraft entity, EventMention mention, Mentions.TextMention phrase)
    {
        var syntax = context.Sentences[mention.Sentence];
        var end = phrase.End;
        foreach (var child in syntax.Children(phrase.Head).Where(child => child > phrase.Head && (syntax.Is(child, "nmod") || syntax.Is(child, "acl"))))
        {
            end = Math.Max(end, syntax.Extent(child).End);
            AddForm(entity, syntax, phrase.First, end);
        }

        entity.FurtherForms.Add(NameText.OneLine(context.Text(mention.Sentence, phrase.Head, phrase.End)));
    }

    // "withdrew the US from the treaty", "bans Mahan Air": the verb with its object and obliques.
    private void AddVerbForm(EntityDraft entity, EventMention mention)
    {
        var syntax = context.Sentences[mention.Sentence];
        var end = mention.Head + 1;
        foreach (var child in syntax.Children(mention.Head).Where(child => child > mention.Head && (syntax.Is(child, "obj") || syntax.Is(child, "obl"))))
        {
            end = Math.Max(end, syntax.Extent(child).End);
            if (end > mention.Head + 1)
            {
                AddForm(entity, syntax, mention.Head, end);
            }
        }
    }

    private void AddForm(EntityDraft entity, SentenceSyntax syntax, int first, int end)
    {
        if (end - first <= LongestForm)
        {
            entity.FurtherForms.Add(NameText.OneLine(context.Text(syntax.Index, first, end)).TrimEnd('.', ',', ';'));
        }
    }

    // The fullest noun phrase; for a meeting told only by verbs, who met.
    private string Name(EventCluster cluster)
    {
        var named = cluster.Mentions.Where(mention => mention.Phrase is not null)
            .OrderBy(mention => mention.Lemma == "at the table" ? 1 : 0).ThenByDescending(mention => mention.Arguments.Count).ThenByDescending(mention => mention.Phrase!.End - mention.Phrase.First).FirstOrDefault();
        if (named is { Phrase: { } phrase })
        {
            var syntax = context.Sentences[named.Sentence];
            var end = syntax.Children(phrase.Head).Where(child => child > phrase.Head && syntax.Is(child, "nmod"))
                .Select(child => syntax.Extent(child).End).Where(value => value - phrase.First <= LongestForm).DefaultIfEmpty(phrase.End).Max();
            var first = phrase.First;
            while (first < phrase.Head && syntax[first].Upos is "DET" or "PRON" or "PUNCT")
            {
                first++;
            }

            return NameText.OneLine(context.Text(named.Sentence, first, end)).TrimEnd('.', ',', ';');
        }

        var roles = cluster.Mentions[0].Arguments.Select(argument => entities.At(cluster.Mentions[0].Sentence, argument.Token)?.Name).OfType<string>().Distinct();
        return $"{Capitalised(cluster.Mentions[0].Class.Name)}: {string.Join(", ", roles)}";
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}

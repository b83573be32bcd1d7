using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Mentions;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Coreference;

/// <summary>Finds what the common noun of a group, body or place refers to.</summary>
internal sealed class GroupReferences(EntityTable entities)
{
    /// <summary>The state that "the country", "the kingdom" or "the Middle Eastern nation" means: the one that was named last.</summary>
    public EntityDraft? StateBefore(SentenceSyntax syntax, TextMention mention)
    {
        if (syntax[mention.First].Lemma.ToLowerInvariant() is not ("the" or "this" or "that") || syntax[mention.Head].Xpos is "NNS" or "NNPS")
        {
            return null;
        }

        // A kingdom or republic is one that calls itself so.
        var noun = syntax.Lemma(mention.Head);
        var called = noun is "kingdom" or "republic";
        return entities.Entities.Where(entity => entity.Kind == EntityKind.State
                && (!called || entity.State!.Aliases.Any(alias => alias.Contains(noun, StringComparison.OrdinalIgnoreCase))))
            .Select(entity => (Entity: entity, At: entity.LastBefore(mention, other => called || other.Form == MentionForm.Name)))
            .Where(candidate => candidate.At >= 0).OrderByDescending(candidate => candidate.At).FirstOrDefault().Entity;
    }

    /// <summary>What "the two leaders" and "both countries" mean: the two that were named last; none for any other phrase.</summary>
    public ImmutableArray<EntityDraft> LastTwo(SentenceSyntax syntax, TextMention mention)
    {
        var counts = syntax.Children(mention.Head).Any(child => child < mention.Head && syntax.Lemma(child) is "two" or "both" or "2");
        if (!counts || syntax[mention.Head].Xpos is not ("NNS" or "NNPS") || !Owners(syntax, mention).IsEmpty || mention.Noun!.Class.Name is not ("officials" or "country" or "allies" or "movement"))
        {
            return [];
        }

        var kind = mention.Noun.Class.Name == "officials" && syntax.Lemma(mention.Head) != "side" ? EntityKind.Person : EntityKind.State;
        return [.. entities.Entities.Where(entity => entity.Kind == kind).Select(entity => (Entity: entity, At: entity.LastBefore(mention)))
            .Where(candidate => candidate.At >= 0).OrderByDescending(candidate => candidate.At).Take(2).Select(candidate => candidate.Entity)];
    }

    /// <summary>The named entity that the noun describes: "the state news service Tass", "the airline Skylark".</summary>
    public EntityDraft? Described(SentenceSyntax syntax, TextMention mention)
    {
        if (mention.End < syntax.Count && entities.At(mention.Sentence, mention.End) is { IsNamed: true, Kind: EntityKind.Organisation or EntityKind.Place } next
            && next.Kind == mention.Kind && next.Mentions.Any(linked => linked.Mention.Sentence == mention.Sentence && linked.Mention.First == mention.End && linked.Mention.Form == MentionForm.Name))
        {
            return next;
        }

        // "the Saudi city of Jeddah", "Russian territory": the name or the state itself.
        if (mention.Noun!.Class.Name == "area")
        {
            var named = ArgumentFinder.Modifiers(syntax, mention.Head, "of").Select(token => entities.At(mention.Sentence, token)).FirstOrDefault(entity => entity is { Kind: EntityKind.Place, IsNamed: true });
            var owner = syntax.Lemma(mention.Head) is "territory" or "soil" or "airspace" or "coast" or "border" ? Owners(syntax, mention).FirstOrDefault(entity => entity.Kind == EntityKind.State) : null;
            if ((named ?? owner) is { } meant)
            {
                return meant;
            }
        }

        var head = syntax.Head(mention.Head);
        if (head >= 0 && syntax.Is(mention.Head, "appos") && entities.At(mention.Sentence, head) is { IsNamed: true } above && above.Kind == mention.Kind)
        {
            return above;
        }

        var apposition = syntax.Child(mention.Head, "appos");
        if (apposition >= 0 && entities.At(mention.Sentence, apposition) is { IsNamed: true } appositive && appositive.Kind == mention.Kind)
        {
            return appositive;
        }

        var subject = syntax.Child(mention.Head, "cop") >= 0 ? syntax.Child(mention.Head, "nsubj") : -1;
        return subject >= 0 && entities.At(mention.Sentence, subject) is { IsNamed: true } defined && defined.Kind == mention.Kind ? defined : null;
    }

    /// <summary>The organisation that "the airline" or "the agency" means; null for none.</summary>
    public EntityDraft? Antecedent(SentenceSyntax syntax, TextMention mention)
    {
        var lemma = syntax.Lemma(mention.Head);
        return entities.Entities
            .Where(entity => entity.Kind == mention.Kind && entity.IsNamed && (entity.Descriptors.Contains(lemma) || EndsIn(entity.Name, lemma) || IsOfSort(entity, lemma)))
            .Select(entity => (Entity: entity, At: entity.LastBefore(mention)))
            .Where(candidate => candidate.At >= 0)
            .OrderByDescending(candidate => candidate.At)
            .FirstOrDefault().Entity;
    }

    // "the group" is an armed or political one, "the company" a firm; media and international bodies are called otherwise.
    private static bool IsOfSort(EntityDraft entity, string lemma)
    {
        var sort = entity.Properties.GetValueOrDefault("orgType") as string;
        return lemma switch
        {
            "group" or "movement" or "organisation" or "organization" or "militia" => sort is null or "group" or "coalition",
            "company" or "firm" => sort is null or "company",
            "alliance" or "bloc" => sort is "igo" or "coalition",
            _ => false,
        };
    }

    private static bool EndsIn(string name, string lemma) => NameText.Fold(name).EndsWith(" " + lemma, StringComparison.Ordinal);

    /// <summary>Named entities that possess the group or stand before its noun or behind it.</summary>
    public ImmutableArray<EntityDraft> Owners(SentenceSyntax syntax, TextMention mention)
    {
        var owners = ImmutableArray.CreateBuilder<EntityDraft>();
        foreach (var child in syntax.Children(mention.Head))
        {
            var isOwner = child < mention.Head
                ? syntax.Is(child, "amod") || syntax.Is(child, "compound") || syntax[child].Deprel is "nmod:poss"
                : mention.Noun!.Class.Topic.Contains(syntax.Preposition(child)) && syntax.Is(child, "nmod");
            foreach (var token in isOwner ? syntax.Conjuncts(child) : [])
            {
                if (entities.At(mention.Sentence, token) is { IsNamed: true } owner && !owners.Contains(owner))
                {
                    owners.Add(owner);
                }
            }
        }

        return owners.ToImmutable();
    }
}

using Graph.Extraction.Certainties;
using Graph.Extraction.Entities;
using Graph.Extraction.Facts;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Syntax;
using Graph.Model;

namespace Graph.Extraction.Relations;

/// <summary>Writes RELATED_TO with the verb's lemma where a clause joins two entities and no frame has a type for it.</summary>
internal sealed class ResidualFacts(ArticleContext context, EntityTable entities, FactTable facts, CertaintyReader certainty)
{
    /// <summary>Writes the residue of a clause.</summary>
    public void Write(SentenceSyntax syntax, Clause clause)
    {
        if (clause.IsCopular || context.Lexicon.Cue(CueKind.Phase, clause.Lemma) is not null || context.Lexicon.Cue(CueKind.Speech, clause.Lemma) is { Effect: "say" })
        {
            return;
        }

        foreach (var from in clause.Agents.Select(token => entities.At(syntax.Index, token)).OfType<EntityDraft>().Where(entity => entity.Kind.IsActor() && entity.IsNamed).Distinct())
        {
            foreach (var to in Others(syntax, clause).Where(to => to != from && !IsJoined(syntax.Index, from, to)))
            {
                var properties = PropertyMap.Empty.Add("predicate", clause.Lemma);
                facts.Add(from, RelationshipTypes.RelatedTo, to, syntax.Index, clause.Predicate, "residue.verb", certainty.Read(syntax.Index, clause.Predicate), properties, clause.Lemma);
            }
        }
    }

    // What another rule has read in the sentence already needs no residue.
    private bool IsJoined(int sentence, EntityDraft left, EntityDraft right) => facts.Facts.Any(fact =>
        fact.Evidence.Sentence == sentence && ((fact.From == left && fact.To == right) || (fact.From == right && fact.To == left)));

    private IEnumerable<EntityDraft> Others(SentenceSyntax syntax, Clause clause)
    {
        // "took a question from the reporter": with an object, what stands behind a preposition is joined to that.
        if (syntax[clause.Predicate].Deprel == "acl:relcl" && syntax.Child(clause.Predicate, "obj") < 0 && !clause.IsPassive)
        {
            // "a deal with Ukraine, which Trump portrayed as": which noun is meant is unsure.
            return [];
        }

        var objects = clause.Objects.Concat(clause.Obliques.Where(oblique => clause.Objects.IsEmpty).Where(oblique => oblique.Preposition is "to" or "with" or "against" or "from").Select(oblique => oblique.Token));
        // "Israel denied it": what "it" stands for in an object is seldom an actor.
        return objects.Where(token => syntax.Lemma(token) != "it").SelectMany(token => entities.All(syntax.Index, token)).Where(entity => entity.Kind.IsActor() && entity.IsNamed).Distinct();
    }
}

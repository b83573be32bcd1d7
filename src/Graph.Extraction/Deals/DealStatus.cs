using Graph.Extraction.Certainties;
using Graph.Extraction.Entities;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Syntax;
using Graph.Model;

namespace Graph.Extraction.Deals;

/// <summary>Reads how far an agreement or policy has come off the verbs that it is the object of: signed, suspended, lifted.</summary>
internal sealed class DealStatus(ArticleContext context, EntityTable entities, CertaintyReader certainty)
{
    /// <summary>Sets the status of the deals of the article; what a later sentence says counts.</summary>
    public void Write()
    {
        foreach (var syntax in context.Sentences)
        {
            foreach (var clause in context.Clauses[syntax.Index])
            {
                if (context.Lexicon.Cue(CueKind.Outcome, clause.Lemma) is { } cue && certainty.Read(syntax.Index, clause.Predicate).Certainty is Certainty.Asserted or Certainty.Reported)
                {
                    Write(syntax, clause, cue);
                }
            }
        }
    }

    private void Write(SentenceSyntax syntax, Clause clause, CueEntry cue)
    {
        foreach (var deal in clause.Objects.SelectMany(token => entities.All(syntax.Index, token)).Where(entity => entity.Kind.IsDeal()))
        {
            deal.Properties["status"] = cue.Effect;
            if (context.Article.Date is { } today)
            {
                deal.Properties["statusAsOf"] = today.ToString("yyyy-MM-dd");
            }
        }
    }
}

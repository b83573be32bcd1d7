using Graph.Extraction.Mentions;

namespace Graph.Extraction.Entities;

/// <summary>The entities of an article and which token refers to which.</summary>
internal sealed class EntityTable
{
    private readonly List<EntityDraft> entities = [];
    private readonly Dictionary<(int Sentence, int Token), EntityDraft> byHead = [];
    private readonly Dictionary<(int Sentence, int Token), EntityDraft> byToken = [];
    private readonly Dictionary<(int Sentence, int Token), List<EntityDraft>> companions = [];

    public IReadOnlyList<EntityDraft> Entities => entities;

    public EntityDraft Add(EntityDraft entity)
    {
        entities.Add(entity);
        return entity;
    }

    public void Remove(EntityDraft entity) => entities.Remove(entity);

    /// <summary>Links a mention; its tokens refer to the entity from now on, unless another mention has them already.</summary>
    public void Link(TextMention mention, EntityDraft entity, string rule)
    {
        entity.Add(mention, rule);
        entity.IsNamed |= mention.Form is MentionForm.Name or MentionForm.Nationality;
        byHead.TryAdd((mention.Sentence, mention.Head), entity);
        for (var token = mention.First; token < mention.End; token++)
        {
            byToken.TryAdd((mention.Sentence, token), entity);
        }
    }

    /// <summary>Lets a further token stand for an entity: the title in "President Putin", the noun in "the state news service Tass".</summary>
    public void Alias(int sentence, int token, EntityDraft entity) => byHead.TryAdd((sentence, token), entity);

    /// <summary>The entity that a phrase head refers to; null for none.</summary>
    public EntityDraft? At(int sentence, int token) =>
        byHead.TryGetValue((sentence, token), out var entity) || byToken.TryGetValue((sentence, token), out entity) ? entity : null;

    /// <summary>Lets a phrase stand for a further entity besides its own: "allies such as Germany", "Eritrean and Amhara forces".</summary>
    public void Accompany(int sentence, int token, EntityDraft entity)
    {
        if (!companions.TryGetValue((sentence, token), out var list))
        {
            companions[(sentence, token)] = list = [];
        }

        if (!list.Contains(entity))
        {
            list.Add(entity);
        }
    }

    /// <summary>Everything that a phrase head stands for, its own entity first.</summary>
    public IEnumerable<EntityDraft> All(int sentence, int token)
    {
        var further = companions.GetValueOrDefault((sentence, token), []);
        return At(sentence, token) is { } own ? further.Prepend(own).Distinct() : further;
    }

    /// <summary>Makes all mentions of one entity those of another.</summary>
    public void Merge(EntityDraft from, EntityDraft into)
    {
        foreach (var (mention, rule) in from.Mentions)
        {
            into.Add(mention, rule);
        }

        foreach (var map in new[] { byHead, byToken })
        {
            foreach (var key in map.Where(pair => pair.Value == from).Select(pair => pair.Key).ToList())
            {
                map[key] = into;
            }
        }

        into.IsNamed |= from.IsNamed;
        into.Descriptors.UnionWith(from.Descriptors);
        entities.Remove(from);
    }
}

using System.Collections.Immutable;
using Graph.Extraction.Certainties;
using Graph.Extraction.Coreference;
using Graph.Extraction.Entities;
using Graph.Extraction.Facts;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Mentions;
using Graph.Model;

namespace Graph.Extraction.Offices;

/// <summary>Writes who holds which office, speaks for whom, works for whom.</summary>
internal sealed class OfficeFacts(ArticleContext context, Actors actors, FactTable facts)
{
    private static readonly CertaintyReading Inferred = new(Certainty.Inferred, [], "certainty.inferred");

    private readonly Dictionary<string, EntityDraft> offices = new(StringComparer.Ordinal);

    /// <summary>Writes the facts of all titles.</summary>
    public void Write()
    {
        foreach (var holding in actors.Holdings.Where(holding => holding.Title.Entry.Kind != TitleKind.Honorific && !IsShortened(holding)))
        {
            Write(holding);
        }
    }

    // "Secretary Blinken" beside "Secretary of State Antony Blinken" is no second office.
    private bool IsShortened(TitleHolding holding)
    {
        var words = NameText.Fold(holding.Title.Name).Split(' ');
        return actors.Holdings.Any(other => other.Person == holding.Person && other != holding && NameText.Fold(other.Title.Name).Split(' ') is var fuller
            && fuller.Length > words.Length && words.All(fuller.Contains) && other.Title.Status == holding.Title.Status);
    }

    private void Write(TitleHolding holding)
    {
        var (isInferred, owners) = (holding.IsInferred, holding.Owners);
        WriteUnder(holding);
        switch (holding.Title.Entry.Kind)
        {
            case TitleKind.Counterpart:
                WriteCounterpart(holding);
                break;
            case TitleKind.Member:
                WriteMembership(holding, owners);
                break;
            case TitleKind.Aide:
                WriteEach(holding, owners.Where(owner => owner.Kind.IsActor()), RelationshipTypes.AideTo);
                break;
            case TitleKind.Spokesperson:
                WriteEach(holding, owners.Where(owner => owner.Kind.IsActor()), RelationshipTypes.SpokespersonFor);
                WriteOffice(holding, [.. owners.Select(SideOf).OfType<EntityDraft>()], isInferred || owners.Any(owner => owner.Kind == EntityKind.Person));
                break;
            case TitleKind.Envoy:
                WriteEach(holding, owners.Take(1).Where(owner => owner.Kind.IsActor()), RelationshipTypes.Represents);
                WriteOffice(holding, [.. owners.Take(1)], isInferred);
                break;
            default:
                WriteOffice(holding, owners, isInferred);
                break;
        }
    }

    private void WriteOffice(TitleHolding holding, ImmutableArray<EntityDraft> owners, bool isInferred)
    {
        var title = holding.Title;
        var owner = owners.FirstOrDefault(candidate => candidate.Kind is EntityKind.State or EntityKind.Organisation or EntityKind.Place)
            ?? owners.Where(candidate => candidate != holding.Person).Select(SideOf).OfType<EntityDraft>().FirstOrDefault();
        var office = Office(title, owner);
        var properties = PropertyMap.Empty.Add("title", title.Name).Add("status", title.Status.ToString().ToLowerInvariant());
        if (context.Article.Date is { } today)
        {
            properties = properties.Add("asOf", today.ToString("yyyy-MM-dd"));
        }

        if (owner is not null)
        {
            properties = properties.Add("jurisdiction", owner);
        }

        if (title.Rule == "title.resigned")
        {
            Add(holding.Person, RelationshipTypes.ResignedFrom, office, title, CertaintyReading.Asserted);
            properties = properties.SetItem("status", "former");
        }
        else if (title.Rule == "title.served" && context.Sentences[title.Sentence][context.Sentences[title.Sentence].Head(title.Head)].Xpos == "VBD")
        {
            properties = properties.SetItem("status", "former");
        }

        Add(holding.Person, RelationshipTypes.HoldsOffice, office, title, CertaintyReading.Asserted, properties);
        if (owner is null)
        {
            return;
        }

        Add(office, RelationshipTypes.OfficeOf, owner, title, isInferred ? Inferred : CertaintyReading.Asserted);
        if (title.Entry.Kind == TitleKind.Leader && owner.Kind == EntityKind.Organisation)
        {
            var leads = PropertyMap.Empty.Add("title", title.Name).Add("status", title.Status.ToString().ToLowerInvariant());
            Add(holding.Person, RelationshipTypes.Leads, owner, title, CertaintyReading.Asserted, leads);
        }
    }

    private EntityDraft Office(TitlePhrase title, EntityDraft? owner)
    {
        var key = NameText.Fold(title.Name) + "|" + owner?.Name;
        if (!offices.TryGetValue(key, out var office))
        {
            var name = owner is null ? title.Name : $"{title.Name} of {owner.Name}";
            office = actors.Entities.Add(new EntityDraft(EntityKind.Office, name) { Qualifier = NameText.Fold(title.Name) });
            office.Properties["title"] = title.Name;
            if (title.Entry.Portfolio.Length > 0)
            {
                office.Properties["portfolio"] = title.Entry.Portfolio;
            }

            offices[key] = office;
        }

        var mention = new TextMention
        {
            Sentence = title.Sentence,
            First = title.TitleFirst,
            End = title.End,
            Head = title.Head,
            Form = MentionForm.Title,
            Kind = EntityKind.Office,
            Rule = title.Rule,
        };
        office.Add(mention, title.Rule);
        return office;
    }

    // "met his Turkish counterpart, Leyla Demir": she has the office that he has.
    private void WriteCounterpart(TitleHolding holding)
    {
        var syntax = context.Sentences[holding.Title.Sentence];
        var possessor = syntax.ChildrenIn(holding.Title.Head, "nmod").FirstOrDefault(child => syntax[child].Deprel == "nmod:poss", -1);
        var other = possessor < 0 ? null : actors.Entities.At(syntax.Index, possessor);
        var model = actors.Holdings.FirstOrDefault(candidate => candidate.Person == other && candidate.Title.Entry.Kind is TitleKind.Office or TitleKind.Leader);
        var owners = holding.Owners.Where(owner => owner != other).ToImmutableArray();
        if (model is not null && owners.Length > 0)
        {
            WriteOffice(new TitleHolding(holding.Person, holding.Title.As(model.Title), owners), owners, isInferred: false);
        }
    }

    private EntityDraft? SideOf(EntityDraft owner) => owner.Kind != EntityKind.Person ? owner
        : actors.Holdings.Where(holding => holding.Person == owner).SelectMany(holding => holding.Owners).FirstOrDefault(candidate => candidate.Kind == EntityKind.State);

    private void WriteMembership(TitleHolding holding, ImmutableArray<EntityDraft> owners)
    {
        foreach (var owner in owners.Where(owner => owner.Kind == EntityKind.Organisation))
        {
            var properties = PropertyMap.Empty.Add("role", holding.Title.Name).Add("status", holding.Title.Status.ToString().ToLowerInvariant());
            Add(holding.Person, RelationshipTypes.MemberOf, owner, holding.Title, CertaintyReading.Asserted, properties);
        }
    }

    private void WriteEach(TitleHolding holding, IEnumerable<EntityDraft> owners, string type)
    {
        var properties = PropertyMap.Empty.Add("role", holding.Title.Name).Add("status", holding.Title.Status.ToString().ToLowerInvariant());
        foreach (var owner in owners)
        {
            Add(holding.Person, type, owner, holding.Title, CertaintyReading.Asserted, properties);
        }
    }

    // "a former official under President Bill Clinton".
    private void WriteUnder(TitleHolding holding)
    {
        var syntax = context.Sentences[holding.Title.Sentence];
        foreach (var token in Syntax.ArgumentFinder.Modifiers(syntax, holding.Title.Head, "under"))
        {
            if (actors.Entities.At(holding.Title.Sentence, token) is { Kind: EntityKind.Person } superior)
            {
                Add(holding.Person, RelationshipTypes.WorkedUnder, superior, holding.Title, CertaintyReading.Asserted);
            }
        }
    }

    private void Add(
        EntityDraft from, string type, EntityDraft to, TitlePhrase title, CertaintyReading reading, ImmutableSortedDictionary<string, object>? properties = null) =>
        facts.Add(from, type, to, title.Sentence, title.Head, title.Rule, reading, properties);
}

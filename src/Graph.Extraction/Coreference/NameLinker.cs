using Graph.Extraction.Entities;
using Graph.Extraction.Mentions;
using Graph.Extraction.Syntax;
using Graph.Language.Gazetteer;

namespace Graph.Extraction.Coreference;

/// <summary>Joins the names of states, organisations and places.</summary>
internal sealed class NameLinker(ArticleContext context, EntityTable entities)
{
    private readonly Dictionary<string, EntityDraft> states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityDraft> places = new(StringComparer.Ordinal);
    private readonly List<(EntityDraft Organisation, string Folded, string State)> organisations = [];

    /// <summary>Links all names that are no persons'.</summary>
    public void Link(IReadOnlyCollection<TextMention> names)
    {
        foreach (var mention in names.Where(name => name.Kind == EntityKind.State))
        {
            LinkState(mention, mention.State!, mention.Reading is null ? mention.Rule : "state." + mention.Reading);
        }

        var definitions = Definitions(names);

        // Longer names first, so that "Mahan" finds "Mahan Air" though it stands before it.
        foreach (var mention in names.Where(name => name.Kind == EntityKind.Organisation && !definitions.ContainsKey(Text(name))).OrderByDescending(mention => mention.End - mention.First))
        {
            LinkOrganisation(mention);
        }

        foreach (var mention in names.Where(name => definitions.ContainsKey(Text(name))))
        {
            var spelt = definitions[Text(mention)];
            if (entities.At(spelt.Sentence, spelt.Head) is { } entity)
            {
                entities.Link(mention, entity, "organisation.acronym-in-brackets");
            }
        }

        foreach (var mention in names.Where(name => name.Kind == EntityKind.Place))
        {
            LinkPlace(mention);
        }
    }

    // "the Northern Salvation Army (NSA)": from here on the letters are the army's, whatever else they may stand for.
    private Dictionary<string, TextMention> Definitions(IEnumerable<TextMention> names)
    {
        var definitions = new Dictionary<string, TextMention>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => name.Kind == EntityKind.Organisation && name.End - name.First > 1))
        {
            var syntax = context.Sentences[name.Sentence];
            if (name.End + 2 < syntax.Count && syntax[name.End].Form == "(" && syntax[name.End + 2].Form == ")" && IsAcronym(syntax[name.End + 1].Form)
                && syntax[name.End + 1].Form[0] == char.ToUpperInvariant(syntax[name.First].Form[0]))
            {
                definitions.TryAdd(syntax[name.End + 1].Form, name);
            }
        }

        return definitions;
    }

    /// <summary>The entity of a state, opened where the text has not named it yet.</summary>
    public EntityDraft StateOf(StateEntry state)
    {
        if (!states.TryGetValue(state.Iso3, out var entity))
        {
            entity = entities.Add(new EntityDraft(EntityKind.State, state.Name) { State = state });
            entity.Properties["iso3"] = state.Iso3;
            states[state.Iso3] = entity;
        }

        return entity;
    }

    private void LinkState(TextMention mention, StateEntry state, string rule) => entities.Link(mention, StateOf(state), rule);

    private void LinkPlace(TextMention mention)
    {
        var name = mention.Place?.Name ?? mention.Seat?.Name ?? (mention.IsCapital && IsMainName(mention) ? mention.State!.Capital : NameText.OneLine(Text(mention)));
        // "north-eastern Syria" is "northeast Syria".
        var key = mention.Rule == "name.part-of-state" ? NameText.Fold(name).Replace("ern ", " ", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) : NameText.Fold(name);
        if (!places.TryGetValue(key, out var entity))
        {
            entity = entities.Add(new EntityDraft(EntityKind.Place, name) { Place = mention.Place, Seat = mention.Seat });
            if (mention.Place is { PlaceType.Length: > 0 } place)
            {
                entity.Properties["placeType"] = place.PlaceType;
            }

            places[key] = entity;
        }

        entities.Link(mention, entity, mention.Rule);
    }

    private bool IsMainName(TextMention mention) => Text(mention).Equals(mention.State!.Capital, StringComparison.OrdinalIgnoreCase);

    private void LinkOrganisation(TextMention mention)
    {
        var text = NameText.OneLine(Text(mention));
        var (bare, state) = mention.Organisation is null ? OwnNames(mention) : (mention.Organisation.Name, "");
        var folded = NameText.Fold(bare);
        var known = organisations.Find(other => other.Folded == folded && SameState(other.State, state)).Organisation;
        var rule = known is null ? mention.Rule : "organisation.name";
        if (known is null && mention.Organisation is null)
        {
            (known, rule) = OfVariant(mention, text, folded, state);
        }

        if (known is null)
        {
            known = entities.Add(new EntityDraft(EntityKind.Organisation, bare) { Organisation = mention.Organisation });
            if (mention.Organisation is { } entry)
            {
                known.Properties["orgType"] = entry.OrgType;
            }

            known.Qualifier = state;
            organisations.Add((known, folded, state));
            rule = mention.Rule;
        }

        entities.Link(mention, known, rule);
    }

    // "the Russian Foreign Ministry" and "Russia's Foreign Ministry" are the Foreign Ministry of Russia; Lithuania's is another.
    private (string Name, string State) OwnNames(TextMention mention)
    {
        var syntax = context.Sentences[mention.Sentence];
        var text = NameText.OneLine(Text(mention));
        if (mention.End - mention.First > 2 && context.Gazetteer.StatesOfAdjective(syntax[mention.First].Form) is [var own, ..] && !context.Gazetteer.OrganisationsNamed(text).Any())
        {
            return (NameText.OneLine(context.Text(mention.Sentence, mention.First + 1, mention.End)), own.Iso3);
        }

        foreach (var child in ArgumentFinder.Owners(syntax, mention.Head).Where(child => !mention.Covers(child)))
        {
            if (entities.At(mention.Sentence, child) is { Kind: EntityKind.State } owner)
            {
                return (text, owner.State!.Iso3);
            }
        }

        return (text, "");
    }

    private static bool SameState(string left, string right) => left.Length == 0 || right.Length == 0 || left == right;

    private (EntityDraft? Known, string Rule) OfVariant(TextMention mention, string text, string folded, string state)
    {
        if (IsAcronym(text))
        {
            var spelt = organisations.Find(other => Initials(other.Organisation.Name) == text);
            return spelt.Organisation is null ? (null, mention.Rule) : (spelt.Organisation, "organisation.acronym");
        }

        var words = folded.Split(' ');
        var longer = organisations.Find(other => SameState(other.State, state) && IsPartOf(words, other.Folded.Split(' ')));
        return longer.Organisation is null ? (null, mention.Rule) : (longer.Organisation, "organisation.part-of-name");
    }

    // "Mahan" of "Mahan Air", "Houthis" of "Houthi movement", "Revolutionary Guards" of "Islamic Revolutionary Guard Corps".
    private static bool IsPartOf(string[] words, string[] longer)
    {
        if (words.Length == 1)
        {
            // "the Department" of the State Department.
            return (longer.Length > 1 && longer.Skip(1).Contains(words[0]) && words[0] is "department" or "ministry" or "commission" or "council" or "agency" or "committee")
                || longer.Length > 1 && (longer[0] == words[0] || longer[0] + "s" == words[0] || longer[0] == words[0] + "s") && words[0].Length > 3;
        }

        return words.Length < longer.Length && words.All(word => longer.Any(other => Stem(other) == Stem(word)));
    }

    private static string Stem(string word) => word.Length > 3 && word[^1] == 's' ? word[..^1] : word;

    private static bool IsAcronym(string text) => text.Length is >= 2 and <= 6 && text.All(char.IsUpper);

    private static string Initials(string name) =>
        string.Concat(name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsUpper(word[0])).Select(word => word[0]));

    private string Text(TextMention mention) => context.Text(mention.Sentence, mention.First, mention.End);
}

using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Mentions;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Coreference;

/// <summary>A group, body or place that is named by a common noun, with whose it is.</summary>
/// <param name="Group">The entity.</param>
/// <param name="Owner">Whose it is, in the text's words: "German" in "German officials".</param>
/// <param name="Mention">Where the text says so.</param>
internal sealed record GroupOwnership(EntityDraft Group, EntityDraft Owner, TextMention Mention);

/// <summary>Links common nouns of groups, bodies and places: to the organisation that they describe, to their like, or to an entity of their own.</summary>
internal sealed class GroupLinker(ArticleContext context, EntityTable entities)
{
    private const int LongestForm = 14;

    private readonly List<(EntityDraft Group, string Lemma, EntityDraft? Owner, string Text, bool IsPlain)> groups = [];
    private readonly List<GroupOwnership> ownerships = [];
    private readonly GroupReferences references = new(entities);

    /// <summary>Whose groups are by a pronoun that has been resolved since: "our allies", "its forces".</summary>
    public ImmutableArray<GroupOwnership> OwnershipsByPronoun()
    {
        var found = ImmutableArray.CreateBuilder<GroupOwnership>();
        foreach (var (group, _, _, _, _) in groups)
        {
            foreach (var mention in group.Mentions.Select(linked => linked.Mention).Where(mention => mention.Noun is not null))
            {
                var syntax = context.Sentences[mention.Sentence];
                found.AddRange(syntax.ChildrenIn(mention.Head, "nmod").Where(child => syntax[child].Deprel == "nmod:poss" && syntax[child].Upos == "PRON")
                    .Select(child => entities.At(mention.Sentence, child)).OfType<EntityDraft>().Select(owner => new GroupOwnership(group, owner, mention)));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Links the mentions in text order; returns whose the groups are.</summary>
    public ImmutableArray<GroupOwnership> Link(IEnumerable<TextMention> mentions)
    {
        foreach (var mention in mentions.Where(mention => mention.Kind is EntityKind.Organisation or EntityKind.Place))
        {
            LinkOne(mention);
        }

        return [.. ownerships];
    }

    private void LinkOne(TextMention mention)
    {
        var syntax = context.Sentences[mention.Sentence];
        if (mention.Noun!.Class.Name == "country" && references.LastTwo(syntax, mention).IsEmpty)
        {
            if (references.StateBefore(syntax, mention) is { } state)
            {
                entities.Link(mention, state, "nominal.country");
            }

            // "in nations including Denmark and France": the states themselves.
            AddMembers(syntax, mention);

            return;
        }

        if (IsSingleOfficial(syntax, mention))
        {
            AddRole(syntax, mention);
            return;
        }

        if (references.LastTwo(syntax, mention) is { Length: 2 } two)
        {
            foreach (var one in two)
            {
                entities.Accompany(mention.Sentence, mention.Head, one);
            }

            return;
        }

        if (references.Described(syntax, mention) is { } described)
        {
            described.Descriptors.Add(syntax.Lemma(mention.Head));
            entities.Alias(mention.Sentence, mention.Head, described);
            ownerships.AddRange(references.Owners(syntax, mention).Where(owner => owner != described).Select(owner => new GroupOwnership(described, owner, mention)));
            return;
        }

        var owners = references.Owners(syntax, mention);
        var determiner = syntax[mention.First].Lemma.ToLowerInvariant();
        var isBare = owners.IsEmpty && mention.End - mention.First <= (determiner is "the" or "this" or "these" or "that" or "those" ? 2 : 1);
        if (isBare && determiner is "the" or "this" or "that" && references.Antecedent(syntax, mention) is { } antecedent)
        {
            entities.Link(mention, antecedent, "nominal.antecedent");
            return;
        }

        if (Coordinated(syntax, mention, owners) is { Length: > 1 } parts)
        {
            LinkCoordinated(syntax, mention, owners, parts);
            return;
        }

        var group = Group(syntax, mention, Text(syntax, mention), isBare, owners);
        entities.Link(mention, group, mention.Rule);
        ownerships.AddRange(owners.Select(owner => new GroupOwnership(group, owner, mention)));
        if (owners.Length > 1 && mention.Noun.Class.Name is "forces" or "officials" or "government")
        {
            // "the navies of China, India and Oman", "representatives of Egypt and the European Union": each with its own.
            foreach (var owner in owners.Where(owner => owner.Kind is EntityKind.State or EntityKind.Organisation))
            {
                entities.Accompany(mention.Sentence, mention.Head, owner);
            }
        }

        AddFullForms(syntax, mention, group);
        AddMembers(syntax, mention);
    }

    private EntityDraft Group(SentenceSyntax syntax, TextMention mention, string text, bool isBare, ImmutableArray<EntityDraft> owners)
    {
        var folded = NameText.Fold(text);
        // "the government of Syria" and "the Syrian government" are one; "the interim government" is another.
        var isPlain = !isBare && owners.Length == 1 && mention.Noun!.Class.Name == "government" && IsPlain(syntax, mention);
        var known = groups.Find(group => isPlain && group.Lemma == syntax.Lemma(mention.Head) && group.Owner == owners[0] && group.IsPlain).Group
            ?? groups.Find(group => isBare ? group.Lemma == syntax.Lemma(mention.Head) : group.Text == folded && group.Owner == owners.FirstOrDefault()).Group;
        if (known is null)
        {
            known = entities.Add(new EntityDraft(mention.Kind, text) { Noun = mention.Noun });
            if (mention.Noun!.Sort.Length > 0)
            {
                known.Properties[mention.Kind == EntityKind.Place ? "placeType" : "orgType"] = mention.Noun.Sort;
            }

            groups.Add((known, syntax.Lemma(mention.Head), owners.FirstOrDefault(), folded, isPlain));
        }

        return known;
    }

    // Nothing before the noun but an article and whose it is.
    private bool IsPlain(SentenceSyntax syntax, TextMention mention) =>
        Enumerable.Range(mention.First, mention.Head - mention.First).All(token => syntax[token].Upos is "DET" or "PART" || entities.At(mention.Sentence, token) is { IsNamed: true });

    // "Eritrean and Amhara forces", "U.S. and Ukrainian officials": one group for each owner.
    private static ImmutableArray<int> Coordinated(SentenceSyntax syntax, TextMention mention, ImmutableArray<EntityDraft> owners)
    {
        if (owners.Length < 2)
        {
            return [];
        }

        return [.. syntax.Children(mention.Head)
            .Where(child => child < mention.Head && (syntax.Is(child, "amod") || syntax.Is(child, "compound")) && syntax.ChildrenIn(child, "conj").Any())
            .SelectMany(syntax.Conjuncts)];
    }

    private void LinkCoordinated(SentenceSyntax syntax, TextMention mention, ImmutableArray<EntityDraft> owners, ImmutableArray<int> parts)
    {
        var isFirst = true;
        foreach (var part in parts)
        {
            if (entities.At(mention.Sentence, part) is not { } owner || !owners.Contains(owner))
            {
                continue;
            }

            var text = $"{syntax[part].Form} {NameText.OneLine(context.Text(mention.Sentence, mention.Head, mention.End))}";
            var group = Group(syntax, mention, text, isBare: false, [owner]);
            if (isFirst)
            {
                entities.Link(mention, group, mention.Rule);
                isFirst = false;
            }
            else
            {
                entities.Accompany(mention.Sentence, mention.Head, group);
                group.FurtherForms.Add(NameText.OneLine(context.Text(mention.Sentence, part, mention.End)));
            }

            ownerships.Add(new GroupOwnership(group, owner, mention));
        }
    }

    // "the government of Abdrabbuh Mansur Hadi", "the processing plant at Abqaiq": the phrase with what hangs from it.
    private void AddFullForms(SentenceSyntax syntax, TextMention mention, EntityDraft group)
    {
        var first = mention.First;
        foreach (var child in syntax.Children(mention.Head).Where(child => child > mention.Head && (syntax.Is(child, "nmod") || syntax.Is(child, "acl"))))
        {
            var end = syntax.Extent(child).End;
            foreach (var last in new[] { child + 1, end }.Where(last => last - first <= LongestForm))
            {
                group.FurtherForms.Add(NameText.OneLine(context.Text(mention.Sentence, first, last)).TrimEnd('.', ',', ';'));
            }
        }
    }

    // "allies such as Germany": the phrase stands for its members too.
    private void AddMembers(SentenceSyntax syntax, TextMention mention)
    {
        foreach (var (part, _) in ArgumentFinder.Inclusions(syntax).Where(inclusion => inclusion.Wholes[0] == mention.Head))
        {
            if (entities.At(mention.Sentence, part) is { IsNamed: true } member)
            {
                entities.Accompany(mention.Sentence, mention.Head, member);
            }
        }
    }

    // "Bahrain, an ally of Jordan": no node of its own, but something that is said of Bahrain.
    private void AddRole(SentenceSyntax syntax, TextMention mention)
    {
        var head = syntax.Is(mention.Head, "appos") ? syntax.Head(mention.Head) : syntax.Child(mention.Head, "cop") >= 0 ? syntax.Child(mention.Head, "nsubj") : -1;
        if (head >= 0 && mention.Noun!.Class.Name == "allies" && entities.At(mention.Sentence, head) is { IsNamed: true } named)
        {
            ownerships.AddRange(references.Owners(syntax, mention).Where(owner => owner != named).Select(owner => new GroupOwnership(named, owner, mention)));
        }
    }

    // "the British ambassador" is one person, not a group; a delegation or team is one.
    private static bool IsSingleOfficial(SentenceSyntax syntax, TextMention mention) =>
        mention.Noun!.Class.Name is "officials" or "people" or "allies" && syntax[mention.Head].Xpos is "NN" or "NNP"
        && syntax.Lemma(mention.Head) is not ("delegation" or "team" or "side" or "authority" or "crew" or "population" or "minority" or "tribe");

    private string Text(SentenceSyntax syntax, TextMention mention)
    {
        var first = mention.First;
        while (first < mention.Head && syntax[first].Upos is "DET" or "PRON" or "NUM")
        {
            first++;
        }

        return NameText.OneLine(context.Text(mention.Sentence, first, mention.End));
    }
}

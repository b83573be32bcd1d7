using System.Collections.Immutable;
using Graph.Language;
using Graph.Language.Names;
using Graph.Training.Corpora;

namespace Graph.Training.Naming;

/// <summary>A corpus annotated for names and what its labels mean.</summary>
/// <param name="Name">What the model card and progress call it.</param>
/// <param name="Share">Part of its sentences that a pass draws; 5 draws each five times.</param>
/// <param name="HasHead">Whether a head of its own learns from it too; machine-made names have none.</param>
internal sealed record NameCorpus(string Name, IReadOnlyList<NameSentence> Sentences, double Share, bool HasHead = true)
{
    // Of a title and a name only the name is annotated in the other corpora: "[President] George Bush".
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr.", "mrs.", "ms.", "mr", "mrs", "ms", "dr.", "dr", "sir", "president", "vice", "prime", "minister", "premier",
        "chancellor", "secretary", "general", "gen.", "senator", "sen.", "representative", "rep.", "governor", "gov.",
        "king", "queen", "prince", "princess", "pope", "ayatollah", "sheikh", "colonel", "col.", "major", "lieutenant",
        "captain", "admiral", "ambassador", "spokesman", "spokeswoman", "chairman", "judge", "justice", "foreign",
        "defense", "interior", "finance", "former", "deputy", "chief", "state", "of", "mayor", "envoy", "commander",
    };

    /// <summary>Names with their kinds; labels that name neither person, organisation, state nor place are left out.</summary>
    public static ImmutableArray<NameSpan> Map(NameSentence sentence)
    {
        var names = ImmutableArray.CreateBuilder<NameSpan>(sentence.Names.Length);
        foreach (var name in sentence.Names)
        {
            if (Map(sentence.Tokens, name) is { } mapped)
            {
                names.Add(mapped);
            }
        }

        return names.ToImmutable();
    }

    /// <summary>Whether a word before a person's name is a title.</summary>
    public static bool IsTitle(string word) => Titles.Contains(word);

    private static NameSpan? Map(ImmutableArray<string> tokens, LabelledSpan name)
    {
        NameSpan Of(NameKind kind) => new(name.First, name.End, kind);
        NameSpan Located() => Of(IsState(tokens, name) ? NameKind.State : NameKind.Place);
        return name.Label switch
        {
            "PER" or "person" or "politician" => Of(NameKind.Person),
            "per" => WithoutTitles(tokens, name),
            "ORG" or "org" or "organisation" or "politicalparty" => Of(NameKind.Organisation),
            "LOC" or "geo" => Located(),
            "gpe" when IsState(tokens, name) => Of(NameKind.State),
            "country" => Of(NameKind.State),
            "location" => Of(NameKind.Place),
            _ when Enum.TryParse<NameKind>(name.Label, out var kind) => Of(kind),
            _ => null,
        };
    }

    private static NameSpan? WithoutTitles(ImmutableArray<string> tokens, LabelledSpan name)
    {
        var first = name.First;
        while (first < name.End - 1 && Titles.Contains(tokens[first]))
        {
            first++;
        }

        return new NameSpan(first, name.End, NameKind.Person);
    }

    private static bool IsState(ImmutableArray<string> tokens, LabelledSpan name) =>
        StateNames.Default.IsState(string.Join(' ', tokens[name.First..name.End]));
}

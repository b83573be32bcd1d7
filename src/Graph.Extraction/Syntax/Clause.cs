using System.Collections.Immutable;

namespace Graph.Extraction.Syntax;

/// <summary>How a predicate stands to the present and to the truth, by its form alone.</summary>
internal enum ClauseMood
{
    /// <summary>Present or past, finite or participle.</summary>
    Factual,

    /// <summary>"will", "is to", "is going to", "is set to".</summary>
    Future,

    /// <summary>"could", "might", "may", "would".</summary>
    Possible,

    /// <summary>"should", "must", "has to", "needs to".</summary>
    Necessary,

    /// <summary>A to-infinitive, whose truth the verb above it decides.</summary>
    Infinitive,
}

/// <summary>An argument that comes with a preposition.</summary>
/// <param name="Preposition">Lower case; several words joined by a space.</param>
/// <param name="Token">Head of the phrase.</param>
internal readonly record struct Oblique(string Preposition, int Token);

/// <summary>A predicate with the arguments that it has or inherits.</summary>
/// <remarks>Argument tokens are phrase heads with all their conjuncts. A passive clause lists who did it under <see cref="Agents"/> and who suffered it under <see cref="Objects"/>.</remarks>
internal sealed record Clause
{
    /// <summary>The verb, or the noun or adjective of a copular clause.</summary>
    public required int Predicate { get; init; }

    /// <summary>Lemma with its particle: <c>pull out</c>.</summary>
    public required string Lemma { get; init; }

    public required bool IsPassive { get; init; }

    public required bool IsNegated { get; init; }

    public required bool IsCopular { get; init; }

    public required ClauseMood Mood { get; init; }

    /// <summary>Whether the verb form is past ("met", "has met").</summary>
    public required bool IsPast { get; init; }

    /// <summary>Who acts; for a passive the phrase with "by".</summary>
    public required ImmutableArray<int> Agents { get; init; }

    /// <summary>Who or what is acted on; for a passive its grammatical subject.</summary>
    public required ImmutableArray<int> Objects { get; init; }

    public required ImmutableArray<int> IndirectObjects { get; init; }

    public required ImmutableArray<Oblique> Obliques { get; init; }

    /// <summary>Head of the open complement ("urged him TO LEAVE"); -1 for none.</summary>
    public required int OpenComplement { get; init; }

    /// <summary>Head of the closed complement ("said that he LEFT"); -1 for none.</summary>
    public required int Complement { get; init; }

    /// <summary>The clause's own grammatical subject, before passives are turned; empty where it was inherited from nowhere.</summary>
    public ImmutableArray<int> Subjects => IsPassive ? Objects : Agents;

    /// <summary>Whether it is done by telephone: "congratulated him by phone".</summary>
    public bool IsByPhone(SentenceSyntax syntax) =>
        Obliques.Any(oblique => oblique.Preposition is "by" or "over" or "on" && syntax.Lemma(oblique.Token) is "phone" or "telephone");
}

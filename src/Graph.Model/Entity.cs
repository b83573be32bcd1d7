using System.Collections.Immutable;

namespace Graph.Model;

/// <summary>A node of the knowledge graph as one article shows it.</summary>
public sealed record Entity
{
    /// <summary>Content-derived identity, such as <c>state:USA</c> or <c>person:marco-rubio</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Most specific label first, without <c>Entity</c>: <c>[State, Place]</c>, <c>[Meeting, Event]</c>.</summary>
    public required ImmutableArray<string> Labels { get; init; }

    /// <summary>Name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>Every surface form in the text, without pronouns, ordinally sorted.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Further properties by name; values are string, long, double, bool or a list of strings.</summary>
    public ImmutableSortedDictionary<string, object> Properties { get; init; } = PropertyMap.Empty;

    /// <summary>Where the text refers to it, in order of position.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];
}

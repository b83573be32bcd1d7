using System.Collections.Immutable;
using Graph.Extraction.Entities;

namespace Graph.Extraction.Lexicon;

/// <summary>Which argument of a clause, and of what kind: <c>subj</c>, <c>obj:actor</c>, <c>with:person</c>.</summary>
/// <param name="Slot"><c>subj</c>, <c>obj</c>, <c>iobj</c>, <c>xcomp</c>, <c>ccomp</c> or a preposition.</param>
/// <param name="Kinds">Kinds that fit; empty for any.</param>
internal sealed record ArgumentSelector(string Slot, ImmutableArray<EntityKind> Kinds)
{
    public const string Subject = "subj";

    public const string Object = "obj";

    public const string IndirectObject = "iobj";

    public const string OpenComplement = "xcomp";

    private static readonly ImmutableArray<EntityKind> All = [.. Enum.GetValues<EntityKind>()];

    public bool Fits(EntityKind kind) => Kinds.IsEmpty || Kinds.Contains(kind);

    /// <summary>Reads <c>slot</c> or <c>slot:kind+kind</c>; null where a kind is unknown.</summary>
    public static ArgumentSelector? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return new ArgumentSelector(text, []);
        }

        var kinds = ImmutableArray.CreateBuilder<EntityKind>();
        foreach (var name in text[(colon + 1)..].Split('+'))
        {
            if (KindsNamed(name) is not { IsEmpty: false } named)
            {
                return null;
            }

            kinds.AddRange(named);
        }

        return new ArgumentSelector(text[..colon], kinds.ToImmutable());
    }

    private static ImmutableArray<EntityKind> KindsNamed(string name) => name switch
    {
        "actor" => [.. All.Where(kind => kind.IsActor())],
        "event" => [.. All.Where(kind => kind.IsEvent())],
        "deal" => [.. All.Where(kind => kind.IsDeal())],
        "where" => [.. All.Where(kind => kind.IsPlace())],
        _ => Enum.TryParse<EntityKind>(name, ignoreCase: true, out var kind) ? [kind] : [],
    };
}

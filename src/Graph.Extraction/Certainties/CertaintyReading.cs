using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Model;

namespace Graph.Extraction.Certainties;

/// <summary>How certain a passage is of something, and whose word it is.</summary>
/// <param name="Certainty">The reading closest to the predicate decides; attribution counts where nothing else does.</param>
/// <param name="AttributedTo">Who says so, the nearest speaker first.</param>
/// <param name="Rule">What decided.</param>
internal sealed record CertaintyReading(Certainty Certainty, ImmutableArray<EntityDraft> AttributedTo, string Rule)
{
    public static readonly CertaintyReading Asserted = new(Certainty.Asserted, [], "certainty.asserted");
}

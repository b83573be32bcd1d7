using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Graph.Extraction.Entities;

namespace Graph.Extraction.Attribution;

/// <summary>The turns of a transcript: lines that open with a name in capitals and a colon.</summary>
/// <remarks>A text with fewer than three of them is no transcript and has no turns.</remarks>
internal sealed partial class SpeakerTurns
{
    private const int FewestTurns = 3;

    private readonly ImmutableArray<(int Start, string Surname)> turns;

    public SpeakerTurns(string text)
    {
        turns = [.. TurnPattern().Matches(text).Select(match => (match.Index, LastWord(match.Groups[1].Value)))];
    }

    /// <summary>Whether the text is a transcript at all.</summary>
    public bool IsTranscript => turns.Length >= FewestTurns;

    /// <summary>Whose turn it is at an offset; null in a question, before the first turn, or where the name is nobody's of the article.</summary>
    public EntityDraft? SpeakerAt(int offset, IEnumerable<EntityDraft> entities)
    {
        var surname = turns.LastOrDefault(turn => turn.Start <= offset).Surname;
        return surname is null ? null
            : entities.FirstOrDefault(entity => entity.Kind == EntityKind.Person && LastWord(entity.Name).Equals(surname, StringComparison.OrdinalIgnoreCase));
    }

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    [GeneratedRegex(@"^([A-Z][A-Z.'’ -]{2,60}):", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TurnPattern();
}

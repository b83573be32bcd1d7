namespace Graph.Model;

/// <summary>How sure the article is of a fact; the names in lower case are the values in the graph.</summary>
public enum Certainty
{
    /// <summary>In the article's own voice.</summary>
    Asserted,

    /// <summary>Attributed to somebody.</summary>
    Reported,

    /// <summary>Announced or scheduled.</summary>
    Planned,

    /// <summary>Put forward by somebody.</summary>
    Proposed,

    /// <summary>Asked for by somebody.</summary>
    Demanded,

    /// <summary>Said not to be so.</summary>
    Denied,

    /// <summary>An expert's or the author's judgement ("likely", "would").</summary>
    Analysis,

    /// <summary>Concluded by the extractor from other facts.</summary>
    Inferred,
}

/// <summary>Text form of <see cref="Certainty"/>.</summary>
public static class CertaintyNames
{
    private static readonly string[] Names =
        ["asserted", "reported", "planned", "proposed", "demanded", "denied", "analysis", "inferred"];

    /// <summary>The value as it stands in the graph.</summary>
    public static string Text(this Certainty certainty) => Names[(int)certainty];

    /// <summary>Reads the graph's value; false for anything else.</summary>
    public static bool TryParse(string text, out Certainty certainty)
    {
        var index = Array.IndexOf(Names, text);
        certainty = index < 0 ? default : (Certainty)index;
        return index >= 0;
    }
}

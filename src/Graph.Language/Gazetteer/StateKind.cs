namespace Graph.Language.Gazetteer;

/// <summary>What kind of state an entry is.</summary>
public enum StateKind
{
    /// <summary>Rules itself and is treated as a state in the news.</summary>
    State,

    /// <summary>Belongs to a state, with a code of its own.</summary>
    Territory,

    /// <summary>Rules itself, recognised by few.</summary>
    Defacto,
}

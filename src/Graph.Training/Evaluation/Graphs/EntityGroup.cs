namespace Graph.Training.Evaluation.Graphs;

/// <summary>Groups that entities are aligned and counted in.</summary>
internal enum EntityGroup
{
    Event,
    Deal,
    Person,
    State,
    Place,
    Organisation,

    /// <summary>Offices, statements, sources: not scored.</summary>
    Other,
}

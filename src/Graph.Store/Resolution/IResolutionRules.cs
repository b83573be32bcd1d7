using Graph.Store.Provenance;

namespace Graph.Store.Resolution;

/// <summary>How entities of one kind are told to be the same across articles.</summary>
internal interface IResolutionRules
{
    /// <summary>Whether a record names its entity too briefly to stand for itself: a bare surname, an acronym, a month without a day.</summary>
    bool IsShortForm(EntityRecord record);

    /// <summary>Blocking keys: only records that share one, or their article's id, are compared.</summary>
    IEnumerable<string> Keys(EntityRecord record);

    /// <summary>Key of the unit that a record belongs to: its article's id, or its own where each short form is decided by itself.</summary>
    string UnitKey(EntityRecord record);

    /// <summary>
    /// Whether the assignment of one record may depend on the other's, apart from their ids. A record's assignment is
    /// decided by those it is connected to through such pairs, which is what lets one article be resolved without reading the whole graph.
    /// </summary>
    bool MayDepend(EntityRecord one, EntityRecord other);

    /// <summary>The link between two full forms; null for none.</summary>
    Link? Compare(Unit one, Unit other);

    /// <summary>Whether two units can not be one entity whatever links them.</summary>
    bool MustStayApart(Unit one, Unit other);

    /// <summary>The link from a short form to the one cluster that it stands for; null where there is none or no single one.</summary>
    Link? Attach(Unit shortForm, IReadOnlyList<IReadOnlyList<Unit>> clusters);
}

namespace Graph.Embedded.Storage;

public enum StorageErrorKind
{
    ConstraintViolated,
    NodeStillHasRelationships,

    /// <summary>An index or constraint on the same pattern exists.</summary>
    SchemaRuleExists,

    /// <summary>Another index or constraint has the name.</summary>
    SchemaNameTaken,

    /// <summary>Existing data break the constraint that was to be created.</summary>
    ConstraintCreationFailed,
    SchemaRuleNotFound,

    /// <summary>The files are damaged beyond the torn tail that recovery drops.</summary>
    Corrupt,

    /// <summary>Another process holds the store.</summary>
    Locked,

    /// <summary>The store was written by a version this one cannot read.</summary>
    UnknownFormat,

    /// <summary>The disk refused a write; the commit did not happen.</summary>
    WriteFailed,

    /// <summary>A full-text query cannot be parsed.</summary>
    InvalidFullTextQuery,

    /// <summary>A memory limit was reached.</summary>
    MemoryLimit,
}

/// <summary>Storage refused; the message says what, where and what helps.</summary>
public sealed class StorageException(StorageErrorKind kind, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public StorageErrorKind Kind { get; } = kind;
}

using Graph.Embedded.Storage;

namespace Graph.Embedded.Engine;

/// <summary>Storage's refusals as the errors that Cypher clients know.</summary>
internal static class StorageErrors
{
    public static T Translating<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (StorageException exception)
        {
            throw Translate(exception);
        }
    }

    public static CypherException Translate(StorageException exception) => new(CodeOf(exception.Kind), exception.Message, innerException: exception);

    private static string CodeOf(StorageErrorKind kind) => kind switch
    {
        StorageErrorKind.ConstraintViolated or StorageErrorKind.NodeStillHasRelationships => "Neo.ClientError.Schema.ConstraintValidationFailed",
        StorageErrorKind.SchemaRuleExists => "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists",
        StorageErrorKind.SchemaNameTaken => "Neo.ClientError.Schema.IndexWithNameAlreadyExists",
        StorageErrorKind.ConstraintCreationFailed => "Neo.DatabaseError.Schema.ConstraintCreationFailed",
        StorageErrorKind.SchemaRuleNotFound => "Neo.DatabaseError.Schema.SchemaRuleNotFound",
        StorageErrorKind.MemoryLimit => "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
        StorageErrorKind.WriteFailed => "Neo.DatabaseError.Transaction.TransactionCommitFailed",
        _ => "Neo.DatabaseError.General.UnknownError",
    };
}

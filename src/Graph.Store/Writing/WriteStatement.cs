namespace Graph.Store.Writing;

/// <summary>A statement of <c>cypher/writes</c> with the shape of its rows.</summary>
/// <param name="Name">File name without its ending.</param>
/// <typeparam name="TRow">Its properties, in camel case, are the fields of each row.</typeparam>
internal sealed record WriteStatement<TRow>(string Name) : IWriteStatement
    where TRow : class
{
    Type IWriteStatement.RowType => typeof(TRow);
}

/// <summary>A statement of <c>cypher/writes</c> with rows of any shape.</summary>
internal interface IWriteStatement
{
    string Name { get; }

    Type RowType { get; }
}

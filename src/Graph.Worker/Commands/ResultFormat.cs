namespace Graph.Worker.Commands;

/// <summary>Forms in which a query's rows are printed.</summary>
internal enum ResultFormat
{
    Table,
    Json,
    Csv,
}

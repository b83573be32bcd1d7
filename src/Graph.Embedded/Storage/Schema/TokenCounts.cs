namespace Graph.Embedded.Storage.Schema;

/// <summary>How many tokens of each table a file holds already.</summary>
internal readonly record struct TokenCounts(int Labels, int Types, int Keys)
{
    public const int TableCount = 3;

    public static TokenCounts Of(TokenTables tokens) => new(tokens.Labels.Count, tokens.Types.Count, tokens.Keys.Count);

    public int Of(int table) => table switch
    {
        0 => Labels,
        1 => Types,
        _ => Keys,
    };

    /// <summary>The table with a number in files: 0 for labels, 1 for types, 2 for keys.</summary>
    public static TokenTable Table(TokenTables tokens, int number) => number switch
    {
        0 => tokens.Labels,
        1 => tokens.Types,
        2 => tokens.Keys,
        _ => throw new InvalidDataException($"There is no token table {number}."),
    };
}

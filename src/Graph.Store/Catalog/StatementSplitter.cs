namespace Graph.Store.Catalog;

/// <summary>Parts a Cypher text into its statements.</summary>
public static class StatementSplitter
{
    /// <summary>Statements without their semicolons; a semicolon in a string, a quoted name or a comment ends nothing. Parts of white space and comments only are left out.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var statements = new List<string>();
        var start = 0;
        var hasCode = false;
        for (var index = 0; index < text.Length;)
        {
            if (text[index] == ';')
            {
                Add(text[start..index], hasCode, statements);
                start = ++index;
                hasCode = false;
                continue;
            }

            var end = SkipComment(text, index);
            if (end == index)
            {
                hasCode |= !char.IsWhiteSpace(text[index]);
                end = text[index] is '\'' or '"' or '`' ? SkipQuoted(text, index) : index + 1;
            }

            index = end;
        }

        Add(text[start..], hasCode, statements);
        return statements;
    }

    private static void Add(string statement, bool hasCode, List<string> statements)
    {
        if (hasCode)
        {
            statements.Add(statement.Trim());
        }
    }

    private static int SkipComment(string text, int index)
    {
        if (string.CompareOrdinal(text, index, "//", 0, 2) == 0)
        {
            var end = text.IndexOf('\n', index);
            return end < 0 ? text.Length : end + 1;
        }

        if (string.CompareOrdinal(text, index, "/*", 0, 2) == 0)
        {
            var end = text.IndexOf("*/", index + 2, StringComparison.Ordinal);
            return end < 0 ? text.Length : end + 2;
        }

        return index;
    }

    private static int SkipQuoted(string text, int index)
    {
        var quote = text[index++];
        while (index < text.Length && text[index] != quote)
        {
            // A backslash escapes in strings; in a quoted name a doubled backtick does, which skips as two names.
            index += text[index] == '\\' && quote != '`' ? 2 : 1;
        }

        return Math.Min(index + 1, text.Length);
    }
}

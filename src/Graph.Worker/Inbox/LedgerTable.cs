using System.Globalization;
using Graph.Model;
using Microsoft.Data.Sqlite;

namespace Graph.Worker.Inbox;

/// <summary>The table of the ledger. Not safe for use from several threads at once.</summary>
internal sealed class LedgerTable : IDisposable
{
    // The text is kept only while it may be needed again: once an article is done, the graph has its sentences.
    private const string Schema =
        """
        CREATE TABLE IF NOT EXISTS ledger (
          sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL, attempts INTEGER NOT NULL,
          due INTEGER NOT NULL, received INTEGER NOT NULL, origin TEXT NOT NULL, title TEXT NOT NULL, date TEXT, source TEXT,
          url TEXT, text TEXT, code TEXT, reason TEXT) STRICT;
        CREATE INDEX IF NOT EXISTS ledger_state ON ledger (state, sequence);
        """;

    private readonly SqliteConnection connection;

    private LedgerTable(SqliteConnection connection) => this.connection = connection;

    public static LedgerTable Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        var table = new LedgerTable(connection);
        table.Execute("PRAGMA journal_mode = WAL");
        table.Execute("PRAGMA synchronous = NORMAL");
        table.Execute(Schema);
        return table;
    }

    public int RecoverTaken(int maximumAttempts)
    {
        Execute(
            "UPDATE ledger SET state = 'dead', code = $code, reason = 'the process ended ' || attempts || ' times while it worked on this article' " +
            "WHERE state = 'taken' AND attempts >= $maximum",
            ("$code", DeadLetterCodes.ProcessEnded), ("$maximum", maximumAttempts));
        return Execute("UPDATE ledger SET state = 'received' WHERE state = 'taken'");
    }

    /// <summary>A clean stop is not the article's fault: the attempt does not count.</summary>
    public int ReleaseTaken() => Execute("UPDATE ledger SET state = 'received', attempts = attempts - 1 WHERE state = 'taken'");

    public int Receive(Article article, string origin, DateTimeOffset now) => Execute(
        // REPLACE gives a new sequence, so that settling an older reception of the article touches nothing.
        "REPLACE INTO ledger (id, state, attempts, due, received, origin, title, date, source, url, text) " +
        "VALUES ($id, 'received', 0, 0, $now, $origin, $title, $date, $source, $url, $text)",
        ("$id", article.Id), ("$now", now.ToUnixTimeMilliseconds()), ("$origin", origin), ("$title", article.Title),
        ("$date", article.Date?.ToString("O", CultureInfo.InvariantCulture)), ("$source", article.Source), ("$url", article.Url), ("$text", article.Text));

    /// <summary>The next message that is due; without one, when the next will be (null: none waits) and whether others are being worked on.</summary>
    public (InboxMessage? Message, DateTimeOffset? Due, bool HasTaken) Take(DateTimeOffset now)
    {
        using var command = Command(
            "UPDATE ledger SET state = 'taken', attempts = attempts + 1 WHERE sequence = " +
            "(SELECT sequence FROM ledger WHERE state = 'received' AND due <= $now ORDER BY sequence LIMIT 1) " +
            "RETURNING sequence, id, title, text, date, source, url, origin, attempts",
            ("$now", now.ToUnixTimeMilliseconds()));
        using (var row = command.ExecuteReader())
        {
            if (row.Read())
            {
                return (Message(row), null, true);
            }
        }

        using var rest = Command("SELECT (SELECT min(due) FROM ledger WHERE state = 'received'), EXISTS (SELECT 1 FROM ledger WHERE state = 'taken')");
        using var counts = rest.ExecuteReader();
        counts.Read();
        return (null, counts.IsDBNull(0) ? null : DateTimeOffset.FromUnixTimeMilliseconds(counts.GetInt64(0)), counts.GetBoolean(1));
    }

    public int Settle(InboxMessage message, Outcome outcome, DateTimeOffset now) => outcome switch
    {
        Outcome.Processed => Execute(
            "UPDATE ledger SET state = 'done', text = NULL, code = NULL, reason = NULL WHERE sequence = $sequence", ("$sequence", message.Sequence)),
        Outcome.Retry(var after, var reason) => Execute(
            "UPDATE ledger SET state = 'received', due = $due, reason = $reason WHERE sequence = $sequence",
            ("$sequence", message.Sequence), ("$due", (now + after).ToUnixTimeMilliseconds()), ("$reason", reason)),
        Outcome.DeadLetter(var code, var reason) => Execute(
            "UPDATE ledger SET state = 'dead', code = $code, reason = $reason WHERE sequence = $sequence",
            ("$sequence", message.Sequence), ("$code", code), ("$reason", reason)),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public int Revive() => Execute("UPDATE ledger SET state = 'received', attempts = 0, due = 0 WHERE state = 'dead'");

    public bool Forget(string articleId) => Execute("DELETE FROM ledger WHERE id = $id", ("$id", articleId)) > 0;

    public InboxStatus Status()
    {
        var counts = Enum.GetValues<InboxState>().ToDictionary(state => state, _ => 0);
        using (var command = Command("SELECT state, count(*) FROM ledger GROUP BY state"))
        using (var row = command.ExecuteReader())
        {
            while (row.Read())
            {
                counts[Enum.Parse<InboxState>(row.GetString(0), ignoreCase: true)] = row.GetInt32(1);
            }
        }

        var dead = new List<LedgerEntry>();
        using var list = Command("SELECT id, title, origin, attempts, code, reason, received FROM ledger WHERE state = 'dead' ORDER BY sequence");
        using var entry = list.ExecuteReader();
        while (entry.Read())
        {
            dead.Add(new LedgerEntry(
                entry.GetString(0), entry.GetString(1), entry.GetString(2), InboxState.Dead, entry.GetInt32(3), Text(entry, 4), Text(entry, 5),
                DateTimeOffset.FromUnixTimeMilliseconds(entry.GetInt64(6))));
        }

        return new InboxStatus(counts, dead);
    }

    public void Dispose() => connection.Dispose();

    private static InboxMessage Message(SqliteDataReader row) => new(
        row.GetInt64(0),
        new Article
        {
            Id = row.GetString(1),
            Title = row.GetString(2),
            Text = row.GetString(3),
            Date = Text(row, 4) is { } date ? DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture) : null,
            Source = Text(row, 5),
            Url = Text(row, 6),
        },
        row.GetString(7),
        row.GetInt32(8));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}

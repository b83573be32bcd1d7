using Graph.Embedded;
using Graph.Embedded.Values;

namespace Graph.OpenCypher.Tests.Differential;

/// <summary>The embedded engine, in memory.</summary>
internal sealed class EmbeddedServer : IAnswering, IDisposable
{
    private readonly EmbeddedDatabase _database = EmbeddedDatabase.InMemory(new EmbeddedDatabaseOptions
    {
        RandomSeed = 1,
        Limits = new QueryLimits { Time = TimeSpan.FromSeconds(60) },
    });

    public Task<Answer> RunAsync(string cypher, IReadOnlyDictionary<string, Value> parameters) => Task.FromResult(Run(cypher, parameters));

    public void Dispose() => _database.Dispose();

    private Answer Run(string cypher, IReadOnlyDictionary<string, Value> parameters)
    {
        try
        {
            using var result = _database.Run(cypher, parameters);
            var rows = new List<string>();
            while (result.MoveNext())
            {
                rows.Add(string.Join(" | ", result.Current.ToArray().Select(ComparableText.Of)));
            }

            return new Answer(result.Columns, rows, null, null);
        }
        catch (CypherException exception)
        {
            return Answer.OfError(exception.Code, exception.Message);
        }
        catch (Exception exception) when (exception is InvalidOperationException or NullReferenceException or InvalidCastException or KeyNotFoundException or IndexOutOfRangeException or ArgumentException)
        {
            return Answer.OfError("bug", exception.ToString());
        }
    }
}

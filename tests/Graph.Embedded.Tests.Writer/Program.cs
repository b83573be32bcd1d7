// Writes to a store from several threads until it is killed. Arguments: folder, number of threads. After each commit it
// prints the thread, how many commits that thread has made in the store's life, and a full stop.
using System.Globalization;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;

using var engine = StorageEngine.Open(args[0], new StorageOptions { SnapshotAfterLogBytes = 1 << 16 });
var threads = Enumerable.Range(0, int.Parse(args[1], CultureInfo.InvariantCulture)).Select(writer => new Thread(() => Write(writer))).ToList();
threads.ForEach(thread => thread.Start());
threads.ForEach(thread => thread.Join());

void Write(int writer)
{
    var label = engine.Tokens.Labels.GetOrCreate("Writer" + writer);
    var type = engine.Tokens.Types.GetOrCreate("NEXT");
    var (commitKey, sizeKey) = (engine.Tokens.Keys.GetOrCreate("commit"), engine.Tokens.Keys.GetOrCreate("size"));
    for (var commit = CountCommits(label, commitKey) + 1; ; commit++)
    {
        var size = 1 + (commit * 31 % 40);
        using (var transaction = engine.BeginWrite())
        {
            long first = -1;
            for (var i = 0; i < size; i++)
            {
                var node = transaction.CreateNode([label], [new(commitKey, Value.Of(commit)), new(sizeKey, Value.Of(size))]);
                first = first < 0 ? node : first;
                transaction.CreateRelationship(type, node, first);
            }

            transaction.Commit();
        }

        Console.WriteLine($"{writer} {commit} .");
    }
}

long CountCommits(int label, int commitKey)
{
    using var reader = engine.BeginRead();
    var commits = new HashSet<long>();
    for (var nodes = reader.NodesWithLabel(label); nodes.MoveNext();)
    {
        commits.Add(reader.NodeProperty(nodes.Current, commitKey).AsInteger);
    }

    return commits.Count;
}

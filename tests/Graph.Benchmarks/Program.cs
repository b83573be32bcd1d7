// Prints measurements, one `NAME value` a line. Arguments: names of benchmarks; all of them without.
using System.Globalization;
using Graph.Benchmarks;
using Graph.Benchmarks.Bolt;
using Graph.Benchmarks.Queries;
using Graph.Benchmarks.Storage;

IBenchmark[] benchmarks =
[
    new UpsertBenchmark(), new MemoryBenchmark(), new TraversalBenchmark(), new BoltBenchmark(),
    new QueryUpsertBenchmark(), new PointReadBenchmark(), new NeighbourhoodBenchmark(),
];
var unknown = args.Except(benchmarks.Select(benchmark => benchmark.Name)).ToArray();
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"No benchmark is called {string.Join(", ", unknown)}. There are: {string.Join(", ", benchmarks.Select(benchmark => benchmark.Name))}.");
    return 2;
}

foreach (var benchmark in benchmarks.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name)))
{
    foreach (var (name, value) in benchmark.Run())
    {
        Console.WriteLine($"{name} {value.ToString("0.###", CultureInfo.InvariantCulture)}");
    }
}

return 0;

namespace Graph.Benchmarks;

/// <summary>Something that is measured.</summary>
internal interface IBenchmark
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>Measures, and gives each figure as soon as it is there.</summary>
    IEnumerable<Measurement> Run();
}

/// <param name="Name">What was measured, with its unit at the end, such as <c>storage.seek_ns</c>.</param>
/// <param name="Value">How much it was.</param>
internal readonly record struct Measurement(string Name, double Value);

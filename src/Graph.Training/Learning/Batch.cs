namespace Graph.Training.Learning;

/// <summary>Sentences laid one after another.</summary>
internal sealed class Batch
{
    /// <summary>What the encoder reads of each word.</summary>
    public List<int> Features { get; } = [];

    /// <summary>Where each sentence starts, then the number of words in all.</summary>
    public List<int> Starts { get; } = [0];

    public int Words => Starts[^1];

    /// <summary>Appends a sentence.</summary>
    public void Add(ReadOnlySpan<int> features, int words)
    {
        foreach (var feature in features)
        {
            Features.Add(feature);
        }

        Starts.Add(Words + words);
    }

    public void Clear()
    {
        Features.Clear();
        Starts.Clear();
        Starts.Add(0);
    }
}

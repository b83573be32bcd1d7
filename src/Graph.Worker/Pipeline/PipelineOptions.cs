using System.ComponentModel.DataAnnotations;

namespace Graph.Worker.Pipeline;

/// <summary>How the pipeline works; section <c>Graph:Pipeline</c>.</summary>
public sealed class PipelineOptions
{
    /// <summary>Articles extracted at the same time. 0 to 256; the default 0 takes one a core. The graph does not depend on it.</summary>
    [Range(0, 256)]
    public int Parallelism { get; set; }
}

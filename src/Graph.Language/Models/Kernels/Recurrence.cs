namespace Graph.Language.Models.Kernels;

/// <summary>One direction of a layer of simple recurrent units over one sentence.</summary>
/// <remarks>
/// f = σ(u_f + v_f·c' + b_f), r = σ(u_r + v_r·c' + b_r), c = f·c' + (1 − f)·u_x, h = r·c + (1 − r)·s.
/// A row of <see cref="Projected"/> holds u_x, u_f and u_r one after another, each <see cref="Hidden"/> long.
/// </remarks>
internal readonly ref struct Recurrence
{
    /// <summary>Rows of the sentence in text order, from the first column of this direction.</summary>
    public required ReadOnlySpan<float> Projected { get; init; }

    public required int ProjectedStride { get; init; }

    /// <summary>What passes by the units (s), from the first column of this direction.</summary>
    public required ReadOnlySpan<float> Skipped { get; init; }

    public required int SkippedStride { get; init; }

    /// <summary>v_f, v_r, b_f and b_r.</summary>
    public required ReadOnlySpan<float> Gates { get; init; }

    /// <summary>Receives h, from the first column of this direction.</summary>
    public required Span<float> Output { get; init; }

    public required int OutputStride { get; init; }

    /// <summary>Room for the state; <see cref="Hidden"/> numbers.</summary>
    public required Span<float> State { get; init; }

    public required int Rows { get; init; }

    /// <summary>Units; a multiple of <see cref="Kernel.Lane"/>.</summary>
    public required int Hidden { get; init; }

    /// <summary>Whether the sentence is read from its end.</summary>
    public required bool IsBackward { get; init; }
}

namespace Graph.Worker.Sources;

/// <summary>Why a source, or one entry of it, was not taken in.</summary>
/// <param name="Code">One of <see cref="RefusalCodes"/>.</param>
/// <param name="File">File, address or <c>standard input</c>.</param>
/// <param name="Place">Line, byte or entry; empty where the whole source is meant.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What the reader of the message can do about it.</param>
public sealed record Refusal(string Code, string File, string Place, string Problem, string Remedy)
{
    /// <summary>One line: code, file, place, problem, remedy.</summary>
    public override string ToString() =>
        Place.Length == 0 ? $"{Code} {File}: {Problem}. {Remedy}" : $"{Code} {File}, {Place}: {Problem}. {Remedy}";
}

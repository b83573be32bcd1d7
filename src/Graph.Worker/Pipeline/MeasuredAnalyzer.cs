using Graph.Language;

namespace Graph.Worker.Pipeline;

/// <summary>An analyzer whose time counts as <see cref="Stage.Language"/>; it may still be loading when it is made.</summary>
internal sealed class MeasuredAnalyzer(Task<LanguageAnalyzer> inner, StageClock clock) : ILanguageAnalyzer
{
    public ParsedDocument Analyze(string text, DateOnly? date)
    {
        using (clock.Measure(Stage.Language))
        {
            return inner.Result.Analyze(text, date);
        }
    }
}

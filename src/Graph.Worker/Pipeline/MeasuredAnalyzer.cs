using Graph.Language;

namespace Graph.Worker.Pipeline;

/// <summary>An analyzer whose time counts as <see cref="Stage.Language"/>.</summary>
internal sealed class MeasuredAnalyzer(ILanguageAnalyzer inner, StageClock clock) : ILanguageAnalyzer
{
    public ParsedDocument Analyze(string text, DateOnly? date)
    {
        using (clock.Measure(Stage.Language))
        {
            return inner.Analyze(text, date);
        }
    }
}

namespace Graph.Training.Commands;

/// <summary>Shows on standard error how far a training is: a bar that is drawn again on a terminal, a line for each tenth otherwise.</summary>
internal sealed class ProgressLine(TextWriter error, bool isTerminal)
{
    private const int Width = 40;

    private readonly TextWriter error = error;
    private int shown = -1;

    /// <summary>Reports the share done, from 0 to 1.</summary>
    public void Report(double done)
    {
        var step = (int)(done * (isTerminal ? 1000 : 10));
        if (step == shown)
        {
            return;
        }

        shown = step;
        if (isTerminal)
        {
            var filled = (int)(done * Width);
            error.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {100 * done,5:F1} %");
        }
        else
        {
            error.WriteLine($"{100 * done:F0} %");
        }
    }
}

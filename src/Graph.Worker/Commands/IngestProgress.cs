using Graph.Worker.Inbox;
using Graph.Worker.Pipeline;
using Graph.Worker.Sources;

namespace Graph.Worker.Commands;

/// <summary>Counts what an ingest did; tells a display of every change. Safe for use from several threads.</summary>
/// <param name="waiting">Articles that an earlier run left in the inbox.</param>
/// <param name="changed">Told of every change, with a message where there is one.</param>
internal sealed class IngestProgress(int waiting, Action<IngestProgress, string?> changed)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, int> failures = new(StringComparer.Ordinal);

    /// <summary>Articles that an earlier run left in the inbox.</summary>
    public int Waiting => waiting;

    public int Received { get; private set; }

    public int Processed { get; private set; }

    public int Refused { get; private set; }

    public int Dead { get; private set; }

    public int Retries { get; private set; }

    public int Facts { get; private set; }

    /// <summary>Whether all sources have been read, so that <see cref="Total"/> is final.</summary>
    public bool IsReadToEnd { get; private set; }

    /// <summary>Articles known of so far. What waited is mostly received again, when a stopped ingest is started again.</summary>
    public int Total => Math.Max(Settled, Math.Max(Received, Waiting));

    /// <summary>Articles that are through.</summary>
    public int Settled => Processed + Dead;

    /// <summary>Failures by code.</summary>
    public IReadOnlyDictionary<string, int> Failures => failures;

    public void Read(SourceEntry entry)
    {
        lock (gate)
        {
            if (entry is SourceEntry.Refused(var refusal))
            {
                Refused++;
                Fail(refusal.Code);
                changed(this, refusal.ToString());
                return;
            }

            Received++;
            changed(this, null);
        }
    }

    public void ReadToEnd()
    {
        lock (gate)
        {
            IsReadToEnd = true;
            changed(this, null);
        }
    }

    public void Settle(PipelineEvent settled)
    {
        lock (gate)
        {
            string? message = null;
            switch (settled.Outcome)
            {
                case Outcome.Processed:
                    Processed++;
                    Facts += settled.Document!.Facts.Length;
                    break;
                case Outcome.Retry(var after, var reason):
                    Retries++;
                    message = $"{settled.Message.Origin}: {reason}. Trying again in {after.TotalSeconds:0} s.";
                    break;
                case Outcome.DeadLetter(var code, var reason):
                    Dead++;
                    Fail(code);
                    message = $"{code} {settled.Message.Origin}: {reason}. The verb retry tries it again.";
                    break;
            }

            changed(this, message);
        }
    }

    private void Fail(string code) => failures[code] = failures.GetValueOrDefault(code) + 1;
}

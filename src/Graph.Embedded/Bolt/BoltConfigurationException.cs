namespace Graph.Embedded.Bolt;

/// <summary>The options of a Bolt server are wrong; the message lists every fault with what helps.</summary>
public sealed class BoltConfigurationException(IReadOnlyList<string> faults, Exception? innerException = null)
    : Exception(string.Join(Environment.NewLine, faults), innerException)
{
    public IReadOnlyList<string> Faults { get; } = faults;
}

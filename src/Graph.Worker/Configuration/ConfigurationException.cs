namespace Graph.Worker.Configuration;

/// <summary>The configuration is wrong; every fault is listed.</summary>
public sealed class ConfigurationException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>One message a fault, naming the setting and the remedy.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}

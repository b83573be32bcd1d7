using Graph.Embedded.Bolt;

namespace Graph.Embedded.Tests.Bolt;

public sealed class BoltServerOptionsTests
{
    /// <summary>Each option just outside its range.</summary>
    private static readonly Dictionary<string, BoltServerOptions> Faulty = new()
    {
        ["MaxConnections"] = new() { MaxConnections = 0 },
        ["MaxMessageBytes"] = new() { MaxMessageBytes = 65_535 },
        ["MaxUnauthenticatedMessageBytes"] = new() { MaxUnauthenticatedMessageBytes = (1 << 20) + 1 },
        ["MaxWaitingMessages"] = new() { MaxWaitingMessages = 1 },
        ["UnauthenticatedTimeout"] = new() { UnauthenticatedTimeout = TimeSpan.FromMilliseconds(999) },
        ["IdleTimeout"] = new() { IdleTimeout = TimeSpan.FromDays(8) },
        ["TransactionIdleTimeout"] = new() { TransactionIdleTimeout = TimeSpan.Zero },
        ["TransactionTimeout"] = new() { TransactionTimeout = TimeSpan.FromSeconds(-1) },
        ["KeepAliveInterval"] = new() { KeepAliveInterval = TimeSpan.FromHours(2) },
        ["DrainTimeout"] = new() { DrainTimeout = TimeSpan.FromHours(2) },
        ["MaxFailedLogins"] = new() { MaxFailedLogins = 0 },
        ["LoginLockTime"] = new() { LoginLockTime = TimeSpan.FromHours(2) },
        ["AdvertisedAddress"] = new() { AdvertisedAddress = "host" },
    };

    public static TheoryData<string> Names => [.. Faulty.Keys];

    [Fact]
    public void The_defaults_are_without_fault() => Assert.Empty(new BoltServerOptions().Faults());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_out_of_range_is_a_fault_that_names_the_option(string option) =>
        Assert.Contains(option, Assert.Single(Faulty[option].Faults()), StringComparison.Ordinal);

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(2, new BoltServerOptions { MaxConnections = 0, MaxMessageBytes = 0 }.Faults().Count);
}

using Graph.Worker.Configuration;
using Graph.Worker.Inbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Tests.Configuration;

public sealed class OptionsTests
{
    [Fact]
    public void the_defaults_are_those_of_the_design()
    {
        using var services = Services();

        OptionsRegistration.Check(services);

        Assert.Equal("embedded:data/graph", Value<DatabaseOptions>(services).Uri);
        Assert.Equal("neo4j", Value<DatabaseOptions>(services).Name);
        Assert.Equal("http://127.0.0.1:5080", Value<HttpOptions>(services).Url);
        Assert.Equal("127.0.0.1:7687", Value<BoltOptions>(services).Listen);
        Assert.Equal("data/inbox.db", Value<InboxOptions>(services).Path);
        Assert.Null(Value<InboxOptions>(services).RabbitMq);
    }

    [Fact]
    public void neo4j_variables_work_as_they_are_and_the_own_setting_wins()
    {
        using var services = Services(("NEO4J_URI", "neo4j://db.example"), ("NEO4J_USERNAME", "u"), ("NEO4J_PASSWORD", "p"), ("NEO4J_DATABASE", "news"));
        using var both = Services(("NEO4J_URI", "neo4j://db.example"), ("Graph:Database:Uri", "embedded:x"));

        var options = Value<DatabaseOptions>(services);
        Assert.Equal(("neo4j://db.example", "u", "p", "news"), (options.Uri, options.Username, options.Password, options.Name));
        Assert.Null(options.EmbeddedPath);
        Assert.Equal("x", Value<DatabaseOptions>(both).EmbeddedPath);
    }

    [Theory]
    [InlineData("Graph:Database:Uri", "ftp://db.example", "Graph:Database:Uri 'ftp://db.example' is no address")]
    [InlineData("Graph:Database:Uri", "embedded:", "names no folder")]
    [InlineData("Graph:Database:Uri", "neo4j", "is no address")]
    [InlineData("Graph:Http:Url", "https://127.0.0.1:1", "is no address to listen at")]
    [InlineData("Graph:Http:Url", "http://news.example:80", "is no address to listen at")]
    [InlineData("Graph:Http:Url", "", "Url")]
    [InlineData("Graph:Http:QuerySeconds", "0", "QuerySeconds")]
    [InlineData("Graph:Http:MaximumRows", "0", "MaximumRows")]
    [InlineData("Graph:Http:MaximumBodyBytes", "1", "MaximumBodyBytes")]
    [InlineData("Graph:Bolt:Listen", "somewhere", "is no address with a port")]
    [InlineData("Graph:Inbox:Path", "", "Path")]
    [InlineData("Graph:Inbox:RabbitMq", "amqp://x", "is not available")]
    [InlineData("Graph:Inbox:MaximumAttempts", "0", "MaximumAttempts")]
    [InlineData("Graph:Inbox:RetrySeconds", "-1", "RetrySeconds")]
    [InlineData("Graph:Pipeline:Parallelism", "257", "Parallelism")]
    [InlineData("Graph:Sources:MaximumFileBytes", "10", "MaximumFileBytes")]
    [InlineData("Graph:Sources:MaximumArticleLength", "99", "MaximumArticleLength")]
    [InlineData("Graph:Sources:FetchSeconds", "601", "FetchSeconds")]
    [InlineData("Graph:Sources:FetchSeconds", "soon", "Graph:Sources:FetchSeconds")]
    [InlineData("Graph:Sources:FetchSecond", "1", "Graph:Sources:FetchSecond is no setting: Graph:Sources has MaximumFileBytes, MaximumArticleLength, FetchSeconds.")]
    [InlineData("Graph:Sorces:FetchSeconds", "1", "Graph:Sorces is no setting")]
    public void a_wrong_setting_is_named(string key, string value, string message)
    {
        using var services = Services((key, value));

        Assert.Contains(message, Assert.Single(Assert.Throws<ConfigurationException>(() => OptionsRegistration.Check(services)).Faults));
    }

    [Fact]
    public void every_fault_is_listed_at_once()
    {
        using var services = Services(("Graph:Http:QuerySeconds", "0"), ("Graph:Http:MaximumRows", "0"), ("Graph:Bolt:Listen", "x"), ("Graph:Pipeline:Parallelism", "-1"));

        Assert.Equal(4, Assert.Throws<ConfigurationException>(() => OptionsRegistration.Check(services)).Faults.Count);
    }

    [Fact]
    public void settings_are_parted_from_the_verb()
    {
        var (verb, settings) = CommandLineSettings.Split(["query", "--Graph:Http:Url=http://127.0.0.1:0", "RETURN 1", "--Graph:Bolt:Listen", "off", "--param", "a=b:c", "--", "--x:y"]);

        Assert.Equal(["query", "RETURN 1", "--param", "a=b:c", "--", "--x:y"], verb);
        Assert.Equal(["--Graph:Http:Url=http://127.0.0.1:0", "--Graph:Bolt:Listen=off"], settings);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value))).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddGraphOptions(configuration);
        return services.BuildServiceProvider();
    }

    private static T Value<T>(IServiceProvider services)
        where T : class => services.GetRequiredService<IOptions<T>>().Value;
}

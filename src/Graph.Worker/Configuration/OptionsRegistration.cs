using Graph.Worker.Inbox;
using Graph.Worker.Pipeline;
using Graph.Worker.Sources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Configuration;

/// <summary>Binds the options and checks them all at start.</summary>
internal static class OptionsRegistration
{
    private const string Root = "Graph";

    private static readonly (string Section, Type Options)[] Sections =
    [
        ("Database", typeof(DatabaseOptions)), ("Http", typeof(HttpOptions)), ("Bolt", typeof(BoltOptions)),
        ("Inbox", typeof(InboxOptions)), ("Pipeline", typeof(PipelineOptions)), ("Sources", typeof(SourceOptions)),
        ("Extraction", typeof(ExtractionOptions)),
    ];

    public static void AddGraphOptions(this IServiceCollection services, IConfiguration configuration)
    {
        var rules = new OptionRules();
        Bind<DatabaseOptions>(services, configuration, "Database").PostConfigure(options => Complete(options, configuration)).Services
            .AddSingleton<IValidateOptions<DatabaseOptions>>(rules);
        Bind<HttpOptions>(services, configuration, "Http").Services.AddSingleton<IValidateOptions<HttpOptions>>(rules);
        Bind<BoltOptions>(services, configuration, "Bolt").Services.AddSingleton<IValidateOptions<BoltOptions>>(rules);
        Bind<InboxOptions>(services, configuration, "Inbox").Services.AddSingleton<IValidateOptions<InboxOptions>>(rules);
        Bind<PipelineOptions>(services, configuration, "Pipeline");
        Bind<SourceOptions>(services, configuration, "Sources");
        Bind<ExtractionOptions>(services, configuration, "Extraction");
    }

    /// <exception cref="ConfigurationException">At least one setting is wrong or unknown; all faults are listed.</exception>
    public static void Check(IServiceProvider services)
    {
        var faults = Unknown(services.GetRequiredService<IConfiguration>()).ToList();
        foreach (var (_, type) in Sections)
        {
            try
            {
                var options = services.GetRequiredService(typeof(IOptions<>).MakeGenericType(type));
                _ = options.GetType().GetProperty(nameof(IOptions<object>.Value))!.GetValue(options);
            }
            catch (System.Reflection.TargetInvocationException exception) when (exception.InnerException is OptionsValidationException invalid)
            {
                faults.AddRange(invalid.Failures);
            }
            catch (System.Reflection.TargetInvocationException exception) when (exception.InnerException is InvalidOperationException unreadable)
            {
                faults.Add(unreadable.Message);
            }
        }

        if (faults.Count > 0)
        {
            throw new ConfigurationException(faults);
        }
    }

    private static OptionsBuilder<T> Bind<T>(IServiceCollection services, IConfiguration configuration, string section)
        where T : class =>
        services.AddOptions<T>().Bind(configuration.GetSection($"{Root}:{section}")).ValidateDataAnnotations();

    private static void Complete(DatabaseOptions options, IConfiguration configuration)
    {
        // The order of the design: the product's own setting wins, then Neo4j's variables, then the embedded default.
        options.Uri = First(options.Uri, configuration["NEO4J_URI"], DatabaseOptions.Embedded + "data/graph");
        options.Username = First(options.Username, configuration["NEO4J_USERNAME"]);
        options.Password = First(options.Password, configuration["NEO4J_PASSWORD"]);
        options.Name = First(options.Name, configuration["NEO4J_DATABASE"], "neo4j");
    }

    private static string First(params ReadOnlySpan<string?> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (!string.IsNullOrEmpty(candidate))
            {
                return candidate;
            }
        }

        return "";
    }

    /// <summary>A misspelt setting would otherwise be silently without effect.</summary>
    private static IEnumerable<string> Unknown(IConfiguration configuration)
    {
        foreach (var section in configuration.GetSection(Root).GetChildren())
        {
            var known = Array.Find(Sections, entry => entry.Section.Equals(section.Key, StringComparison.OrdinalIgnoreCase)).Options;
            if (known is null)
            {
                yield return $"{section.Path} is no setting: the sections are {string.Join(", ", Sections.Select(entry => $"{Root}:{entry.Section}"))}.";
                continue;
            }

            var names = known.GetProperties().Where(property => property.CanWrite).Select(property => property.Name).ToList();
            foreach (var setting in section.GetChildren().Where(setting => !names.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)))
            {
                yield return $"{setting.Path} is no setting: {section.Path} has {string.Join(", ", names)}.";
            }
        }
    }
}

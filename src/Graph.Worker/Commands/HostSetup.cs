using Graph.Worker.Configuration;
using Graph.Worker.Databases;
using Graph.Worker.Inbox;
using Graph.Worker.Pipeline;
using Graph.Worker.Sources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Commands;

/// <summary>Puts the program together: configuration, logging, services.</summary>
internal static class HostSetup
{
    public static void Configure(IHostApplicationBuilder builder, string[] settings, Terminal terminal)
    {
        // The usual sources in the usual order; the working directory is where relative paths count from.
        builder.Configuration.AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true);
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddCommandLine(settings);

        builder.Logging.ClearProviders();
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddProvider(new TextLoggerProvider(terminal.Error));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // A host that cannot start throws, and the verb says why in one line; the host would log the whole trace before.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);

        AddServices(builder.Services, builder.Configuration, terminal);
    }

    private static void AddServices(IServiceCollection services, IConfiguration configuration, Terminal terminal)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddGraphOptions(configuration);

        services.AddSingleton(terminal.Input);
        services.AddSingleton(_ => new HttpClient(new SocketsHttpHandler { MaxAutomaticRedirections = 5, AutomaticDecompression = System.Net.DecompressionMethods.All }));
        services.AddSingleton<SourceLoader>();
        services.AddSingleton<SourceReader>();

        services.AddSingleton<IInbox>(provider => SqliteInbox.Open(
            provider.GetRequiredService<IOptions<InboxOptions>>().Value, provider.GetRequiredService<TimeProvider>()));

        services.AddSingleton<StageClock>();
        services.AddSingleton(provider => ExtractorFactory.Create(
            provider.GetRequiredService<IOptions<ExtractionOptions>>().Value, provider.GetRequiredService<StageClock>()));
        services.AddSingleton<ArticlePipeline>();

        services.AddSingleton<IDatabaseOpener, DatabaseOpener>();
        services.AddSingleton<DatabaseConnection>();
        services.AddSingleton<GraphStoreConnection>();
        services.AddSingleton<IArticleWriter, ArticleWriter>();
    }
}

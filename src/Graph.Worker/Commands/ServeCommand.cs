using System.CommandLine;
using Graph.Worker.Api;
using Graph.Worker.Configuration;
using Graph.Worker.Databases;
using Graph.Worker.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Commands;

/// <summary><c>serve</c>: the service, with explorer, API and Bolt.</summary>
internal static class ServeCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("serve", "Runs the service (the default): explorer, API and Bolt, and works on the inbox.");
        command.SetAction((_, cancellationToken) => RunAsync(runner, cancellationToken));
        return command;
    }

    public static Task<int> RunAsync(CommandRunner runner, CancellationToken cancellationToken) =>
        runner.GuardAsync(() => ServeAsync(runner, cancellationToken), cancellationToken);

    private static async Task<int> ServeAsync(CommandRunner runner, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        runner.Configure(builder);
        WebSetup.AddServices(builder);
        builder.Services.AddSingleton<PipelineWorker>();
        CheckOptions(builder);
        var app = builder.Build();
        await using (app.ConfigureAwait(false))
        {
            WebSetup.Map(app);
            await SampleArticles.TakeInAsync(app.Services, runner.Terminal, cancellationToken).ConfigureAwait(false);
            await StartAsync(app).ConfigureAwait(false);

            var bolt = await BoltListener.StartAsync(app.Services, cancellationToken).ConfigureAwait(false);
            await using (bolt.ConfigureAwait(false))
            {
                return await WorkAsync(app, runner.Terminal, bolt, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Before the host is built: the web server reads its options while that is done, and would stop at the first fault.</summary>
    private static void CheckOptions(WebApplicationBuilder builder)
    {
        using var services = builder.Services.BuildServiceProvider();
        OptionsRegistration.Check(services);
    }

    /// <summary>Announces the addresses and works on the inbox until it is told to stop.</summary>
    private static async Task<int> WorkAsync(WebApplication app, Terminal terminal, BoltListener bolt, CancellationToken cancellationToken)
    {
        var addresses = Addresses(app, bolt);
        var store = app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.EmbeddedPath;
        foreach (var line in addresses)
        {
            await terminal.Output.WriteLineAsync(line).ConfigureAwait(false);
        }

        await terminal.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (store is not null)
            {
                ServiceNotice.Write(store, addresses);
            }

            var worker = app.Services.GetRequiredService<PipelineWorker>();
            await worker.StartAsync(cancellationToken).ConfigureAwait(false);
            await worker.ExecuteTask!.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            // The worker only ends when it is told to, or by a fault, which then passes through.
            if (!cancellationToken.IsCancellationRequested)
            {
                await worker.ExecuteTask!.ConfigureAwait(false);
            }

            await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
            return ExitCode.Success;
        }
        finally
        {
            if (store is not null)
            {
                ServiceNotice.Remove(store);
            }
        }
    }

    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync().ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            var url = app.Services.GetRequiredService<IOptions<HttpOptions>>().Value.Url;
            throw new UsageException($"Graph:Http:Url {url} cannot be listened at: {exception.Message} Choose another port, or 0 for a free one.");
        }
    }

    private static List<string> Addresses(WebApplication app, BoltListener bolt)
    {
        var http = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        List<string> lines = [$"Explorer {http}/", $"API {http}/api"];
        if (bolt.Address is { } address)
        {
            lines.Add($"Bolt {address}");
        }

        return lines;
    }
}

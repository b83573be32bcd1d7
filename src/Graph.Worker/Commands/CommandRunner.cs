using Graph.Store.Port;
using Graph.Worker.Configuration;
using Graph.Worker.Databases;
using Graph.Worker.Inbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Graph.Worker.Commands;

/// <summary>Builds the services for a verb, runs it and turns what went wrong into a message and an exit code.</summary>
internal sealed class CommandRunner(Terminal terminal, string[] settings, Action<IServiceCollection>? replace)
{
    /// <summary>Where the verb reads and writes.</summary>
    public Terminal Terminal => terminal;

    /// <summary>Runs the work of a verb with its services.</summary>
    public Task<int> RunAsync(Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        GuardAsync(
            async () =>
            {
                var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
                Configure(builder);
                using var host = builder.Build();
                OptionsRegistration.Check(host.Services);
                try
                {
                    return await work(host.Services, cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    await ((IAsyncDisposable)host).DisposeAsync().ConfigureAwait(false);
                }
            },
            cancellationToken);

    /// <summary>Configuration, logging and services, for a host of any kind.</summary>
    public void Configure(IHostApplicationBuilder builder)
    {
        HostSetup.Configure(builder, settings, terminal);
        replace?.Invoke(builder.Services);
    }

    /// <summary>Runs work and turns its expected failures into an exit code; anything else is a fault of the program and passes through.</summary>
    public async Task<int> GuardAsync(Func<Task<int>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (ConfigurationException exception)
        {
            foreach (var fault in exception.Faults)
            {
                await terminal.Error.WriteLineAsync(fault).ConfigureAwait(false);
            }

            return ExitCode.WrongUse;
        }
        catch (Exception exception) when (exception is DatabaseUnavailableException or InboxInUseException or UsageException)
        {
            await terminal.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return ExitCode.WrongUse;
        }
        catch (CypherDatabaseException exception)
        {
            await terminal.Error.WriteLineAsync($"{exception.Code}: {exception.Message}").ConfigureAwait(false);
            return ExitCode.SomeFailed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync("Stopped.").ConfigureAwait(false);
            return ExitCode.SomeFailed;
        }
    }
}

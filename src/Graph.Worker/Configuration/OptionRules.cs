using System.Net;
using Graph.Worker.Inbox;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Configuration;

/// <summary>Rules of the options that no attribute can say.</summary>
internal sealed class OptionRules : IValidateOptions<DatabaseOptions>, IValidateOptions<HttpOptions>, IValidateOptions<BoltOptions>, IValidateOptions<InboxOptions>
{
    private static readonly string[] ServerSchemes =
        ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc", "http", "https"];

    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        if (options.EmbeddedPath is { } path)
        {
            return string.IsNullOrWhiteSpace(path)
                ? ValidateOptionsResult.Fail("Graph:Database:Uri 'embedded:' names no folder: write embedded:data/graph.")
                : ValidateOptionsResult.Success;
        }

        return Uri.TryCreate(options.Uri, UriKind.Absolute, out var uri) && ServerSchemes.Contains(uri.Scheme) && uri.Host.Length > 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Graph:Database:Uri '{options.Uri}' is no address: write embedded:PATH or one of {string.Join(", ", ServerSchemes)} with ://HOST.");
    }

    public ValidateOptionsResult Validate(string? name, HttpOptions options)
    {
        return Uri.TryCreate(options.Url, UriKind.Absolute, out var uri) && uri.Scheme == "http" && uri.AbsolutePath == "/"
            && (IPAddress.TryParse(uri.Host.Trim('[', ']'), out _) || uri.Host == "localhost")
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Graph:Http:Url '{options.Url}' is no address to listen at: write http://127.0.0.1:5080, with an IP address or localhost.");
    }

    public ValidateOptionsResult Validate(string? name, BoltOptions options)
    {
        return options.Listen == BoltOptions.Off || (options.EndPoint is not null && options.Listen.Contains(':', StringComparison.Ordinal))
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Graph:Bolt:Listen '{options.Listen}' is no address with a port: write 127.0.0.1:7687 or off.");
    }

    public ValidateOptionsResult Validate(string? name, InboxOptions options)
    {
        return string.IsNullOrEmpty(options.RabbitMq)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Graph:Inbox:RabbitMq is not available: leave it out, and the inbox is the file Graph:Inbox:Path.");
    }
}

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Graph.Worker.Api;

/// <summary>What every answer and request must keep to.</summary>
internal static class WebGuards
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Headers that keep other sites and injected markup out.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            headers.CacheControl = "no-store";
        }

        return next(context);
    });

    /// <summary>
    /// On a loopback connection only loopback names are served: a site whose name was made to resolve to this machine
    /// (DNS rebinding) sends its own name and is turned away.
    /// </summary>
    public static void UseLoopbackNames(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isLocal = context.Connection.LocalIpAddress is { } address && IPAddress.IsLoopback(address);
        var host = context.Request.Host.Host.Trim('[', ']');
        if (!isLocal || host == "localhost" || (IPAddress.TryParse(host, out var named) && IPAddress.IsLoopback(named)))
        {
            return next(context);
        }

        return ApiProblem.Of(
            StatusCodes.Status421MisdirectedRequest, ApiProblem.BadRequest, "This is not the host you meant", "Use 127.0.0.1 or localhost.").ExecuteAsync(context);
    });
}

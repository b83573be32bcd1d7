using System.Net;
using Graph.Worker.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Api;

/// <summary>Explorer and API as a web application.</summary>
internal static class WebSetup
{
    private const int HeaderSeconds = 15;

    public static void AddServices(WebApplicationBuilder builder)
    {
        builder.WebHost.UseKestrelCore();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<HttpOptions>>((kestrel, options) => Listen(kestrel, options.Value));
        builder.Services.AddRouting();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddProblemDetails();
        builder.Services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        builder.Services.AddSingleton<GraphReader>();
    }

    public static void Map(WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = ApiProblem.HandleAsync,
            SuppressDiagnosticsCallback = context => ApiProblem.IsExpected(context.Exception),
        });
        app.UseStatusCodePages(context => ApiProblem.HandleStatusAsync(context.HttpContext));
        app.UseSecurityHeaders();
        app.UseLoopbackNames();
        UseExplorer(app);
        app.UseRouting();
        IndexEndpoint.Map(app);
        ArticleEndpoints.Map(app);
        EntityEndpoints.Map(app);
        CypherEndpoint.Map(app);
        GraphEndpoint.Map(app);
        HealthEndpoint.Map(app);
    }

    private static void UseExplorer(WebApplication app)
    {
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "Explorer"));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = new FileExtensionContentTypeProvider(),
            OnPrepareResponse = prepared => prepared.Context.Response.Headers.CacheControl = "no-cache",
        });
    }

    private static void Listen(KestrelServerOptions kestrel, HttpOptions options)
    {
        var url = new Uri(options.Url);
        var address = url.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(url.Host.Trim('[', ']'));
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.MaximumBodyBytes;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(HeaderSeconds);
        kestrel.Listen(address, url.Port);
    }
}

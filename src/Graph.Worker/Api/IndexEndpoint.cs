using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Graph.Worker.Api;

/// <summary><c>GET /api</c>: what the API serves, as its endpoints describe themselves.</summary>
internal static class IndexEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api", (EndpointDataSource endpoints) => Results.Ok(new ApiIndex(
            [.. endpoints.Endpoints.OfType<RouteEndpoint>().Select(Describe)
                .OrderBy(address => address.Path, StringComparer.Ordinal).ThenBy(address => address.Method, StringComparer.Ordinal)])))
            .WithSummary("What is served.");

    private static ApiAddress Describe(RouteEndpoint endpoint) => new(
        string.Join(", ", endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []),
        endpoint.RoutePattern.RawText ?? "",
        endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? "");
}

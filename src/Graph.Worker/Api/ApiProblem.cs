using System.Diagnostics;
using System.Text.Json;
using Graph.Store.Port;
using Graph.Worker.Databases;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Graph.Worker.Api;

/// <summary>Errors of the API as problem details (RFC 9457), with a stable <c>code</c>.</summary>
internal static class ApiProblem
{
    /// <summary>The caller's request is wrong.</summary>
    public const string BadRequest = "GRA-A001";

    /// <summary>There is nothing under this id.</summary>
    public const string NotFound = "GRA-A002";

    /// <summary>The API only reads.</summary>
    public const string WriteRefused = "GRA-A003";

    /// <summary>The query took too long.</summary>
    public const string TimedOut = "GRA-A004";

    /// <summary>The database cannot be reached.</summary>
    public const string Unavailable = "GRA-A005";

    /// <summary>A fault of the program.</summary>
    public const string Fault = "GRA-A006";

    /// <summary>A problem as an answer.</summary>
    public static IResult Of(int status, string code, string title, string detail) =>
        Results.Problem(detail, statusCode: status, title: title, extensions: new Dictionary<string, object?> { ["code"] = code });

    /// <summary>What a failed query means to the caller.</summary>
    public static IResult Of(CypherDatabaseException exception) =>
        exception.Code.Contains("AccessMode", StringComparison.Ordinal) || exception.Code.Contains("Forbidden", StringComparison.Ordinal)
            ? Of(StatusCodes.Status403Forbidden, WriteRefused, "The API only reads", $"{exception.Message.TrimEnd('.')}. Write through the verb query or over Bolt.")
            : exception.Code.StartsWith("Neo.ClientError", StringComparison.Ordinal)
                ? Of(StatusCodes.Status400BadRequest, exception.Code, "The statement was refused", exception.Message)
                : Of(StatusCodes.Status503ServiceUnavailable, Unavailable, "The database does not answer", exception.Message);

    /// <summary>Answers for exceptions that reach the edge.</summary>
    public static async Task HandleAsync(HttpContext context)
    {
        var exception = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var result = exception switch
        {
            TimeoutException timeout => Of(StatusCodes.Status408RequestTimeout, TimedOut, "The query took too long", timeout.Message),
            CypherDatabaseException database => Of(database),
            DatabaseUnavailableException unavailable => Of(StatusCodes.Status503ServiceUnavailable, Unavailable, "The database does not answer", unavailable.Message),
            BadHttpRequestException request => Of(request.StatusCode, BadRequest, "The request is wrong", Detail(request)),
            _ => Of(StatusCodes.Status500InternalServerError, Fault, "Something went wrong", $"The log has the details under trace {Trace(context)}."),
        };
        await result.ExecuteAsync(context).ConfigureAwait(false);
    }

    /// <summary>Whether an exception is the caller's or the database's and told to the caller in full, so that the log need not have it.</summary>
    public static bool IsExpected(Exception exception) =>
        exception is TimeoutException or CypherDatabaseException or DatabaseUnavailableException or BadHttpRequestException or OperationCanceledException;

    /// <summary>Answers for requests that no endpoint takes.</summary>
    public static Task HandleStatusAsync(HttpContext context)
    {
        var request = $"{context.Request.Method} {context.Request.Path}";
        var result = context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Of(404, NotFound, "There is nothing at this address", $"{request} is no address of this service. GET /api lists them."),
            StatusCodes.Status405MethodNotAllowed => Of(405, BadRequest, "The method does not fit the address", $"{request} is not served. GET /api lists what is."),
            var status => Of(status, BadRequest, "The request is wrong", $"{request} was refused. GET /api lists what is served."),
        };
        return result.ExecuteAsync(context);
    }

    private static string Detail(BadHttpRequestException exception) => exception switch
    {
        { InnerException: JsonException json } => $"The body is no JSON object that fits: {json.Message}",
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => "The body must be JSON: send the header Content-Type: application/json.",
        _ => exception.Message,
    };

    private static string Trace(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}

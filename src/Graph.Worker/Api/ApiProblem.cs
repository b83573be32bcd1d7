using System.Diagnostics;
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
            ? Of(StatusCodes.Status403Forbidden, WriteRefused, "The API only reads", $"{exception.Message} Write through the verb query or over Bolt.")
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
            BadHttpRequestException request => Of(request.StatusCode, BadRequest, "The request is wrong", request.Message),
            _ => Of(StatusCodes.Status500InternalServerError, Fault, "Something went wrong", $"The log has the details under trace {Trace(context)}."),
        };
        await result.ExecuteAsync(context).ConfigureAwait(false);
    }

    private static string Trace(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}

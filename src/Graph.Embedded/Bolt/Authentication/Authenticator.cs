using System.Security.Cryptography;
using System.Text;
using Graph.Embedded.Values;

namespace Graph.Embedded.Bolt.Authentication;

/// <summary>Checks what clients log in with. Thread-safe.</summary>
internal sealed class Authenticator(BoltServerOptions options, TimeProvider time)
{
    private readonly LoginThrottle _throttle = new(options.MaxFailedLogins, options.LoginLockTime, time);
    private readonly byte[] _expected = Digest(CompatibleServer.UserName, options.Password ?? "");

    /// <summary>Returns where the client may go on.</summary>
    /// <param name="token">Scheme, principal, credentials. Without a password every token is good, as with Neo4j when authentication is off.</param>
    /// <exception cref="CypherException">It may not; the connection is to be closed.</exception>
    public void Authenticate(MapValue token)
    {
        if (!options.HasPassword)
        {
            return;
        }

        var scheme = TextOf(token, "scheme");
        if (scheme != "basic")
        {
            throw new CypherException(
                FailureCodes.Unauthorized, $"The scheme '{scheme}' is not supported: log in with 'basic', a user name and a password.");
        }

        if (!_throttle.IsOpen())
        {
            throw new CypherException(
                FailureCodes.AuthenticationRateLimit, "Wrong user names or passwords were given too many times in a row: wait and try again.");
        }

        var isRight = CryptographicOperations.FixedTimeEquals(Digest(TextOf(token, "principal"), TextOf(token, "credentials")), _expected);
        _throttle.Record(isRight);
        if (!isRight)
        {
            throw new CypherException(FailureCodes.Unauthorized, "The user name or the password is wrong.");
        }
    }

    private static string TextOf(MapValue token, string key) =>
        token.Find(key) is { Kind: ValueKind.String } value ? value.AsString : "";

    /// <summary>Of equal length whatever was given, so that comparing takes equal time.</summary>
    private static byte[] Digest(string user, string password) => SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Length}:{user}{password}"));
}

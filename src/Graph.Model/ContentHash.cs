using System.Security.Cryptography;
using System.Text;

namespace Graph.Model;

/// <summary>Content-derived identifiers: equal input gives equal ids on every machine.</summary>
public static class ContentHash
{
    private const char Separator = '\u001f';

    /// <summary>Lower-case hexadecimal SHA-256 of the UTF-8 bytes of <paramref name="text"/>, 64 digits.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>First 32 hexadecimal digits of the hash of the parts, kept apart by a unit separator; null counts as empty.</summary>
    public static string Short(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part).Append(Separator);
        }

        return Of(text.ToString())[..32];
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Graph.Embedded.Tests.Bolt.Wire;

/// <summary>Messages as text: <c>RUN "RETURN $x" {x: @D(17)} {}</c>, with <c>@T(...)</c> for a structure and <c>#00FF</c> for bytes.</summary>
internal sealed partial class WireText
{
    private static readonly Dictionary<string, byte> Tags = new()
    {
        ["HELLO"] = 0x01,
        ["GOODBYE"] = 0x02,
        ["RESET"] = 0x0F,
        ["RUN"] = 0x10,
        ["BEGIN"] = 0x11,
        ["COMMIT"] = 0x12,
        ["ROLLBACK"] = 0x13,
        ["DISCARD"] = 0x2F,
        ["PULL"] = 0x3F,
        ["TELEMETRY"] = 0x54,
        ["ROUTE"] = 0x66,
        ["LOGON"] = 0x6A,
        ["LOGOFF"] = 0x6B,
        ["SUCCESS"] = 0x70,
        ["RECORD"] = 0x71,
        ["IGNORED"] = 0x7E,
        ["FAILURE"] = 0x7F,
    };

    private readonly Queue<string> _tokens;

    private WireText(string text) => _tokens = new(Tokens().Matches(text).Select(match => match.Value));

    /// <summary>A message; <c>*</c> in it is a <see cref="WireWildcard"/>.</summary>
    public static WireStructure ParseMessage(string text)
    {
        var reader = new WireText(text);
        var tag = Tags[reader._tokens.Dequeue()];
        var fields = new List<object?>();
        while (reader._tokens.Count > 0)
        {
            fields.Add(reader.Value());
        }

        return new WireStructure(tag, fields);
    }

    public static string Show(WireStructure message) =>
        string.Join(' ', message.Fields.Select(Show).Prepend(Tags.Single(tag => tag.Value == message.Tag).Key));

    public static string Show(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        double number => number.ToString(number == Math.Floor(number) ? "F1" : "R", CultureInfo.InvariantCulture),
        string text => '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"',
        byte[] bytes => "#" + Convert.ToHexString(bytes),
        WireStructure structure => $"@{(char)structure.Tag}({string.Join(", ", structure.Fields.Select(Show))})",
        IReadOnlyDictionary<string, object?> map => $"{{{string.Join(", ", map.Select(entry => $"{entry.Key}: {Show(entry.Value)}"))}}}",
        IEnumerable<object?> list => $"[{string.Join(", ", list.Select(Show))}]",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    /// <summary>Whether a value is what is expected. A map that is expected with the key <c>etc</c> may hold more.</summary>
    public static bool Matches(object? expected, object? actual) => (expected, actual) switch
    {
        (WireWildcard, _) => true,
        (WireStructure left, WireStructure right) => left.Tag == right.Tag && Matches(left.Fields, right.Fields),
        (IReadOnlyDictionary<string, object?> left, IReadOnlyDictionary<string, object?> right) =>
            (left.ContainsKey("etc") || left.Count == right.Count)
            && left.All(entry => entry.Key == "etc" || (right.TryGetValue(entry.Key, out var found) && Matches(entry.Value, found))),
        (byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right),
        (string left, string right) => left == right,
        (IReadOnlyList<object?> left, IReadOnlyList<object?> right) =>
            left.Count == right.Count && left.Zip(right).All(pair => Matches(pair.First, pair.Second)),
        _ => Equals(expected, actual),
    };

    private object? Value()
    {
        var token = _tokens.Dequeue();
        return token switch
        {
            "null" => null,
            "true" => true,
            "false" => false,
            "NaN" => double.NaN,
            "*" => new WireWildcard(),
            "[" => Items("]"),
            "{" => Map(),
            _ when token[0] == '"' => Unescape(token),
            _ when token[0] == '#' => Convert.FromHexString(token.AsSpan(1)),
            _ when token[0] == '@' => new WireStructure((byte)token[1], Items(")")),
            _ when token.Contains('.', StringComparison.Ordinal) => double.Parse(token, CultureInfo.InvariantCulture),
            _ => long.Parse(token, CultureInfo.InvariantCulture),
        };
    }

    private List<object?> Items(string end)
    {
        var items = new List<object?>();
        while (_tokens.Peek() != end)
        {
            items.Add(Value());
        }

        _tokens.Dequeue();
        return items;
    }

    private Dictionary<string, object?> Map()
    {
        var map = new Dictionary<string, object?>();
        while (_tokens.Peek() != "}")
        {
            var key = _tokens.Dequeue();
            map.Add(key[0] == '"' ? Unescape(key) : key.TrimEnd(':'), key == "etc" ? null : Value());
        }

        _tokens.Dequeue();
        return map;
    }

    private static string Unescape(string token)
    {
        var text = new StringBuilder();
        for (var i = 1; i < token.TrimEnd(':').Length - 1; i++)
        {
            i += token[i] == '\\' ? 1 : 0;
            text.Append(token[i - 1] == '\\' && token[i] == 'n' ? '\n' : token[i]);
        }

        return text.ToString();
    }

    [GeneratedRegex(@"""(?:\\.|[^""\\])*"":?|@.\(|#[0-9A-F]*|[\[\]{})*]|[A-Za-z_][\w.-]*:?|-?[0-9][0-9.eE+-]*")]
    private static partial Regex Tokens();
}

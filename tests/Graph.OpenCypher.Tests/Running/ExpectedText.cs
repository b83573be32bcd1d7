using System.Globalization;
using System.Text;

namespace Graph.OpenCypher.Tests.Running;

/// <summary>Reads a value as scenarios write it and gives the one text that <see cref="ActualText"/> gives for an equal value.</summary>
internal sealed class ExpectedText
{
    private readonly string _text;
    private readonly bool _ignoresListOrder;
    private int _at;

    private ExpectedText(string text, bool ignoresListOrder) => (_text, _ignoresListOrder) = (text, ignoresListOrder);

    public static string Normalise(string text, bool ignoresListOrder = false)
    {
        var reader = new ExpectedText(text.Trim(), ignoresListOrder);
        var value = reader.ReadValue();
        return reader._at == reader._text.Length ? value : throw new FormatException($"Cannot read {text} from {reader._at}.");
    }

    private char Peek => _at < _text.Length ? _text[_at] : '\0';

    private string ReadValue()
    {
        SkipSpace();
        return Peek switch
        {
            '\'' => ReadString(),
            '[' when _text[_at..].StartsWith("[:", StringComparison.Ordinal) => ReadRelationship(),
            '[' => ReadList(),
            '{' => ReadMap(),
            '(' => ReadNode(),
            '<' => ReadPath(),
            _ => ReadScalar(),
        };
    }

    private string ReadString()
    {
        var builder = new StringBuilder("'");
        for (_at++; Peek != '\''; _at++)
        {
            if (Peek == '\\' && _at + 1 < _text.Length && _text[_at + 1] is '\'' or '\\')
            {
                _at++;
            }

            builder.Append(Peek);
        }

        _at++;
        return builder.Append('\'').ToString();
    }

    private string ReadList()
    {
        var items = new List<string>();
        _at++;
        SkipSpace();
        while (!Take(']'))
        {
            items.Add(ReadValue());
            SkipSpace();
            Take(',');
            SkipSpace();
        }

        return ActualText.ListOf(items, _ignoresListOrder);
    }

    private string ReadMap()
    {
        var entries = new List<(string, string)>();
        _at++;
        SkipSpace();
        while (!Take('}'))
        {
            var key = ReadName();
            SkipSpace();
            Take(':');
            entries.Add((key, ReadValue()));
            SkipSpace();
            Take(',');
            SkipSpace();
        }

        return ActualText.MapOf(entries);
    }

    private string ReadNode()
    {
        _at++;
        var labels = new List<string>();
        SkipSpace();
        while (Take(':'))
        {
            labels.Add(ReadName());
            SkipSpace();
        }

        var properties = Peek == '{' ? ReadMap() : "{}";
        SkipSpace();
        Take(')');
        return ActualText.NodeOf(labels, properties);
    }

    private string ReadRelationship()
    {
        _at += 2;
        var type = ReadName();
        SkipSpace();
        var properties = Peek == '{' ? ReadMap() : "{}";
        SkipSpace();
        Take(']');
        return ActualText.RelationshipOf(type, properties);
    }

    private string ReadPath()
    {
        var builder = new StringBuilder("<");
        _at++;
        builder.Append(ReadNode());
        while (!Take('>'))
        {
            var isBackward = Take('<');
            Take('-');
            var relationship = ReadRelationship();
            Take('-');
            Take('>');
            builder.Append(isBackward ? "<-" : "-").Append(relationship).Append(isBackward ? "-" : "->").Append(ReadNode());
        }

        return builder.Append('>').ToString();
    }

    private string ReadScalar()
    {
        var start = _at;
        while (_at < _text.Length && Peek is not (',' or ']' or '}' or ')' or '|'))
        {
            _at++;
        }

        var word = _text[start.._at].Trim();
        if (word is "null" or "true" or "false")
        {
            return word;
        }

        return long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
            ? ActualText.IntegerOf(integer)
            : word.Contains("Inf", StringComparison.Ordinal)
                ? ActualText.FloatOf(word[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity)
                : ActualText.FloatOf(double.Parse(word, CultureInfo.InvariantCulture));
    }

    private string ReadName()
    {
        SkipSpace();
        if (Take('`'))
        {
            var quoted = _at;
            _at = _text.IndexOf('`', _at) + 1;
            return _text[quoted..(_at - 1)];
        }

        var start = _at;
        while (char.IsLetterOrDigit(Peek) || Peek == '_')
        {
            _at++;
        }

        return _text[start.._at];
    }

    private bool Take(char character)
    {
        if (Peek != character)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void SkipSpace()
    {
        while (char.IsWhiteSpace(Peek))
        {
            _at++;
        }
    }
}

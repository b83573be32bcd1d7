using System.Globalization;
using System.Text;

namespace Graph.Embedded.Storage.FullText;

/// <summary>Parses Lucene's classic query syntax, with OR between clauses that nothing joins.</summary>
/// <remarks>
/// As there, AND makes the clauses on both of its sides required and does not bind closer than OR:
/// <c>a OR b AND c</c> is <c>a +b +c</c>.
/// </remarks>
internal sealed class FullTextQueryParser
{
    private const string Special = "+-!(){}[]^\"~*?:\\/ \t\r\n\u3000";

    private readonly string _text;
    private int _position;

    private FullTextQueryParser(string text) => _text = text;

    /// <exception cref="StorageException">The query is no query; the message says where.</exception>
    public static FullTextQuery Parse(string text)
    {
        var parser = new FullTextQueryParser(text);
        var query = parser.ParseClauses(null);
        return parser.AtEnd ? query : throw parser.Unexpected();
    }

    private bool AtEnd => _position >= _text.Length;

    private char Current => AtEnd ? '\0' : _text[_position];

    private BooleanQuery ParseClauses(string? field)
    {
        var clauses = new List<BooleanClause>();
        SkipSpace();
        while (!AtEnd && Current != ')')
        {
            var isAnd = clauses.Count > 0 && ReadConjunction();
            var occurrence = ReadModifier();
            if (occurrence == Occurrence.Should && isAnd)
            {
                occurrence = Occurrence.Must;
            }

            if (isAnd && clauses[^1].Occurrence == Occurrence.Should)
            {
                clauses[^1] = clauses[^1] with { Occurrence = Occurrence.Must };
            }

            if (ParseClause(field) is { } query)
            {
                clauses.Add(new BooleanClause(query, occurrence));
            }

            SkipSpace();
        }

        return new BooleanQuery(clauses, 1);
    }

    private bool ReadConjunction()
    {
        if (TryRead("AND") || TryRead("&&"))
        {
            return true;
        }

        _ = TryRead("OR") || TryRead("||");
        return false;
    }

    private Occurrence ReadModifier()
    {
        SkipSpace();
        var occurrence = TryRead("NOT") || TryRead("-") || TryRead("!") ? Occurrence.MustNot
            : TryRead("+") ? Occurrence.Must : Occurrence.Should;
        SkipSpace();
        return occurrence;
    }

    private FullTextQuery? ParseClause(string? field)
    {
        if (Current == '*' && _position + 1 < _text.Length && _text[_position + 1] == ':')
        {
            _position += 2;
            return TryRead("*") ? new AllQuery(ReadBoost()) : throw Unexpected();
        }

        var start = _position;
        if (ReadWord() is { Length: > 0 } name && Current == ':')
        {
            _position++;
            SkipSpace();
            return ParseClause(Unescape(name));
        }

        _position = start;
        switch (Current)
        {
            case '(':
                _position++;
                var group = ParseClauses(field);
                Expect(')');
                return group with { Boost = ReadBoost() };
            case '"':
                return ParsePhrase(field);
            case '[' or '{':
                return ParseRange(field);
            default:
                return ParseTerm(field);
        }
    }

    private FullTextQuery? ParsePhrase(string? field)
    {
        _position++;
        var quoted = ReadUntil('"');
        var slop = Current == '~' ? (int)ReadNumber(0) : 0;
        var boost = ReadBoost();
        var terms = TextAnalyzer.Analyze(Unescape(quoted));
        return terms.Count switch
        {
            0 => null,
            1 => new TermQuery(field, terms[0], boost),
            _ => new PhraseQuery(field, terms, slop, boost),
        };
    }

    private TermRangeQuery ParseRange(string? field)
    {
        var includesLower = _text[_position++] == '[';
        var lower = ReadBound();
        if (!TryRead("TO"))
        {
            throw Unexpected();
        }

        var upper = ReadBound();
        var includesUpper = Current == ']';
        Expect(includesUpper ? ']' : '}');
        return new TermRangeQuery(field, lower, includesLower, upper, includesUpper, ReadBoost());
    }

    private string? ReadBound()
    {
        SkipSpace();
        string bound;
        if (Current == '"')
        {
            _position++;
            bound = ReadUntil('"');
        }
        else
        {
            var start = _position;
            while (!AtEnd && !char.IsWhiteSpace(Current) && Current is not (']' or '}'))
            {
                _position++;
            }

            bound = _text[start.._position];
        }

        SkipSpace();
        return bound.Length == 0 ? throw Unexpected() : bound == "*" ? null : TextAnalyzer.Normalize(Unescape(bound));
    }

    private FullTextQuery? ParseTerm(string? field)
    {
        var word = ReadWord();
        if (word.Length == 0)
        {
            throw Unexpected();
        }

        if (Current == '~')
        {
            var number = ReadNumber(2);
            var fuzzy = TextAnalyzer.Normalize(Unescape(word));
            var edits = number >= 1 ? Math.Min((int)number, 2) : (int)Math.Min((1 - number) * fuzzy.Length, 2);
            return new FuzzyQuery(field, fuzzy, edits, ReadBoost());
        }

        var boost = ReadBoost();
        if (HasWildcard(word))
        {
            return word == "*" ? new WildcardQuery(field, "*", boost) : new WildcardQuery(field, TextAnalyzer.Normalize(word), boost);
        }

        var terms = TextAnalyzer.Analyze(Unescape(word));
        return terms.Count switch
        {
            0 => null,
            1 => new TermQuery(field, terms[0], boost),
            _ => new BooleanQuery(
                [.. terms.Select(term => new BooleanClause(new TermQuery(field, term, 1), Occurrence.Should))], boost),
        };
    }

    // A plus or minus inside a word belongs to it.
    private string ReadWord()
    {
        var start = _position;
        while (!AtEnd)
        {
            if (Current == '\\')
            {
                _position = Math.Min(_position + 2, _text.Length);
            }
            else if (!Special.Contains(Current, StringComparison.Ordinal) || Current is '*' or '?'
                || (_position > start && Current is '+' or '-' && _position > start))
            {
                _position++;
            }
            else
            {
                break;
            }
        }

        return _text[start.._position];
    }

    private string ReadUntil(char end)
    {
        var start = _position;
        while (!AtEnd && Current != end)
        {
            _position += Current == '\\' ? 2 : 1;
        }

        if (_position >= _text.Length)
        {
            _position = _text.Length;
            throw Unexpected();
        }

        return _text[start.._position++];
    }

    private double ReadBoost() => Current == '^' ? ReadNumber(1) : 1;

    private double ReadNumber(double missing)
    {
        var start = ++_position;
        while (!AtEnd && (char.IsAsciiDigit(Current) || Current == '.'))
        {
            _position++;
        }

        return double.TryParse(_text.AsSpan(start, _position - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : missing;
    }

    private bool TryRead(string word)
    {
        var end = _position + word.Length;
        var isWord = char.IsLetter(word[0]);
        if (!_text.AsSpan(_position).StartsWith(word, StringComparison.Ordinal)
            || (isWord && end < _text.Length && !char.IsWhiteSpace(_text[end]) && _text[end] is not ('(' or '"')))
        {
            return false;
        }

        _position = end;
        SkipSpace();
        return true;
    }

    private void Expect(char character)
    {
        if (Current != character)
        {
            throw Unexpected();
        }

        _position++;
    }

    private void SkipSpace()
    {
        while (!AtEnd && char.IsWhiteSpace(Current))
        {
            _position++;
        }
    }

    private static bool HasWildcard(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == '\\')
            {
                i++;
            }
            else if (word[i] is '*' or '?')
            {
                return true;
            }
        }

        return false;
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            i += text[i] == '\\' && i + 1 < text.Length ? 1 : 0;
            plain.Append(text[i]);
        }

        return plain.ToString();
    }

    private StorageException Unexpected() => new(
        StorageErrorKind.InvalidFullTextQuery,
        $"Cannot parse '{_text}': Encountered \"{(AtEnd ? "<EOF>" : Current)}\" at line 1, column {_position}.");
}

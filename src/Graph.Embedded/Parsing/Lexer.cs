using System.Globalization;
using System.Text;

namespace Graph.Embedded.Parsing;

/// <summary>Statement text to tokens; comments and blanks vanish.</summary>
internal sealed class Lexer
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _at;

    private Lexer(SourceText source)
    {
        _source = source;
        _text = source.Text;
    }

    /// <summary>The tokens, an <see cref="TokenKind.End"/> token last.</summary>
    /// <exception cref="CypherException">A character, number or string that is none of Cypher's.</exception>
    public static List<Token> Read(SourceText source)
    {
        var lexer = new Lexer(source);
        lexer.ReadAll();
        return lexer._tokens;
    }

    private char Peek(int ahead = 0) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void ReadAll()
    {
        while (SkipBlanks())
        {
            var c = _text[_at];
            if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
            {
                ReadNumber();
            }
            else if (IsNameStart(c))
            {
                ReadName();
            }
            else if (c is '\'' or '"')
            {
                ReadString(c);
            }
            else if (c == '`')
            {
                var start = _at;
                Add(TokenKind.EscapedIdentifier, start, ReadEscapedName());
            }
            else if (c == '$' && ReadParameter())
            {
            }
            else
            {
                ReadSymbol();
            }
        }

        _tokens.Add(new Token(TokenKind.End, _text.Length, _text.Length, ""));
    }

    private void Add(TokenKind kind, int start, string text) => _tokens.Add(new Token(kind, start, _at, text));

    private bool SkipBlanks()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]) || _text[_at] is '\u001c' or '\u001d' or '\u001e' or '\u001f')
            {
                _at++;
            }
            else if (_text[_at] == '/' && Peek(1) == '/')
            {
                var end = _text.IndexOfAny(['\n', '\r'], _at);
                _at = end < 0 ? _text.Length : end;
            }
            else if (_text[_at] == '/' && Peek(1) == '*')
            {
                var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    throw _source.Error(_at, "Failed to parse comment. A comment starting on `/*` must have a closing `*/`.");
                }

                _at = end + 2;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNameStart(char c) =>
        char.IsLetter(c) || c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.ConnectorPunctuation
            or UnicodeCategory.LetterNumber or UnicodeCategory.Surrogate;

    private static bool IsNamePart(char c) =>
        IsNameStart(c) || char.IsDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark;

    private void ReadName()
    {
        var start = _at;
        while (_at < _text.Length && IsNamePart(_text[_at]))
        {
            _at++;
        }

        Add(TokenKind.Identifier, start, _text[start.._at]);
    }

    private string ReadEscapedName()
    {
        var start = _at++;
        var name = new StringBuilder();
        while (_at < _text.Length)
        {
            var c = _text[_at++];
            if (c != '`')
            {
                name.Append(c);
            }
            else if (Peek() == '`')
            {
                name.Append('`');
                _at++;
            }
            else
            {
                return name.ToString();
            }
        }

        throw _source.Error(start, "Invalid input '`': the quoted name does not end; add a closing '`'");
    }

    private bool ReadParameter()
    {
        var start = _at;
        var next = Peek(1);
        if (next == '`')
        {
            _at++;
            Add(TokenKind.Parameter, start, ReadEscapedName());
            return true;
        }

        if (!IsNamePart(next))
        {
            return false;
        }

        _at++;
        while (_at < _text.Length && IsNamePart(_text[_at]))
        {
            _at++;
        }

        Add(TokenKind.Parameter, start, _text[(start + 1).._at]);
        return true;
    }

    private void ReadNumber()
    {
        var start = _at;
        var kind = TokenKind.Integer;
        if (Peek() == '0' && Peek(1) is 'x' or 'X' or 'o' or 'O')
        {
            _at += 2;
            while (char.IsAsciiLetterOrDigit(Peek()) || Peek() == '_')
            {
                _at++;
            }
        }
        else
        {
            SkipDigits();
            if (Peek() == '.' && char.IsAsciiDigit(Peek(1)))
            {
                kind = TokenKind.Float;
                _at++;
                SkipDigits();
            }

            if (Peek() is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '-' or '+' && char.IsAsciiDigit(Peek(2)))))
            {
                kind = TokenKind.Float;
                _at += 2;
                SkipDigits();
            }

            if (IsNamePart(Peek()))
            {
                while (IsNamePart(Peek()))
                {
                    _at++;
                }

                throw _source.Error(start, $"Invalid number literal '{_text[start.._at]}'");
            }
        }

        Add(kind, start, _text[start.._at].Replace("_", "", StringComparison.Ordinal));
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek()) || (Peek() == '_' && char.IsAsciiDigit(Peek(1))))
        {
            _at++;
        }
    }

    private void ReadString(char quote)
    {
        var start = _at++;
        var content = new StringBuilder();
        while (_at < _text.Length)
        {
            var c = _text[_at++];
            if (c == quote)
            {
                Add(TokenKind.String, start, content.ToString());
                return;
            }

            if (c == '\\')
            {
                ReadEscape(content);
            }
            else
            {
                content.Append(c);
            }
        }

        throw _source.Error(start, "Failed to parse string literal. The query must contain an even number of non-escaped quotes.");
    }

    private void ReadEscape(StringBuilder content)
    {
        var c = Peek();
        _at++;
        switch (c)
        {
            case '\\' or '\'' or '"' or '`':
                content.Append(c);
                break;
            case 'b':
                content.Append('\b');
                break;
            case 'f':
                content.Append('\f');
                break;
            case 'n':
                content.Append('\n');
                break;
            case 'r':
                content.Append('\r');
                break;
            case 't':
                content.Append('\t');
                break;
            case 'u':
                content.Append((char)ReadHexadecimal(4));
                break;
            default:
                // What is no escape stands as it is written.
                content.Append('\\').Append(c);
                break;
        }
    }

    private uint ReadHexadecimal(int digits)
    {
        if (_at + digits <= _text.Length
            && uint.TryParse(_text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            _at += digits;
            return value;
        }

        throw _source.Error(_at - 2, $"Invalid Unicode escape: expected {digits} hexadecimal digits");
    }

    private void ReadSymbol()
    {
        var start = _at;
        var (kind, length) = (Peek(), Peek(1)) switch
        {
            ('.', '.') => (TokenKind.DotDot, 2),
            (':', ':') => (TokenKind.DoubleColon, 2),
            ('+', '=') => (TokenKind.PlusEqual, 2),
            ('=', '~') => (TokenKind.RegexMatch, 2),
            ('<', '>') => (TokenKind.NotEqual, 2),
            ('<', '=') => (TokenKind.LessEqual, 2),
            ('>', '=') => (TokenKind.GreaterEqual, 2),
            ('|', '|') => (TokenKind.DoublePipe, 2),
            ('!', '=') => (TokenKind.NotEqual, 2),
            ('(', _) => (TokenKind.LeftParen, 1),
            (')', _) => (TokenKind.RightParen, 1),
            ('[', _) => (TokenKind.LeftBracket, 1),
            (']', _) => (TokenKind.RightBracket, 1),
            ('{', _) => (TokenKind.LeftBrace, 1),
            ('}', _) => (TokenKind.RightBrace, 1),
            (',', _) => (TokenKind.Comma, 1),
            ('.', _) => (TokenKind.Dot, 1),
            (':', _) => (TokenKind.Colon, 1),
            (';', _) => (TokenKind.Semicolon, 1),
            ('+', _) => (TokenKind.Plus, 1),
            ('-', _) => (TokenKind.Minus, 1),
            ('*', _) => (TokenKind.Star, 1),
            ('/', _) => (TokenKind.Slash, 1),
            ('%', _) => (TokenKind.Percent, 1),
            ('^', _) => (TokenKind.Caret, 1),
            ('=', _) => (TokenKind.Equal, 1),
            ('<', _) => (TokenKind.Less, 1),
            ('>', _) => (TokenKind.Greater, 1),
            ('|', _) => (TokenKind.Pipe, 1),
            ('&', _) => (TokenKind.Ampersand, 1),
            ('!', _) => (TokenKind.Exclamation, 1),
            ('$', _) => (TokenKind.Dollar, 1),
            ('?', _) => (TokenKind.Question, 1),
            _ => throw _source.Error(start, $"Invalid input '{Peek()}'"),
        };
        _at += length;
        Add(kind, start, _text[start.._at]);
    }
}

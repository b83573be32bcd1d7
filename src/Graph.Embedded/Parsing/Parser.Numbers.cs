using System.Globalization;
using Graph.Embedded.Values;

namespace Graph.Embedded.Parsing;

internal sealed partial class Parser
{
    private Value IntegerOf(Token token, bool isNegative)
    {
        var text = token.Text;
        UInt128 magnitude = 0;
        var isValid = true;
        if (text.Length > 1 && text[0] == '0' && text[1] is 'x' or 'X')
        {
            isValid = UInt128.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out magnitude);
        }
        else if (text.Length > 1 && text[0] == '0' && text[1] is >= '0' and <= '9')
        {
            throw _source.Error(
                token.Start, $"The octal integer literal syntax `{text}` is no longer supported, please use `0o{text[1..]}` instead");
        }
        else if (text.Length > 1 && text[0] == '0' && text[1] is 'o' or 'O')
        {
            var digits = text.AsSpan(2);
            isValid = digits.Length is > 0 and < 40;
            foreach (var digit in digits)
            {
                isValid &= digit is >= '0' and <= '7';
                magnitude = (magnitude * 8) + (UInt128)(digit - '0');
            }
        }
        else
        {
            isValid = text.Length > 38 || UInt128.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out magnitude);
            magnitude = text.Length > 38 ? UInt128.MaxValue : magnitude;
        }

        if (!isValid)
        {
            throw _source.Error(token.Start, $"Invalid number literal '{text}'");
        }

        if (magnitude > (UInt128)long.MaxValue + (isNegative ? 1u : 0u))
        {
            throw _source.Error(token.Start, $"integer is too large: '{(isNegative ? "-" : "")}{text}'");
        }

        return Value.Of(isNegative ? unchecked(-(long)(ulong)magnitude) : (long)magnitude);
    }

    private Value FloatOf(Token token)
    {
        var value = double.Parse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsInfinity(value)
            ? throw _source.Error(token.Start, $"floating point number is too large: '{token.Text}'")
            : Value.Of(value);
    }
}

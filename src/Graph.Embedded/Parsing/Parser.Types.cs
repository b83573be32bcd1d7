using System.Collections.Immutable;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Parsing;

internal sealed partial class Parser
{
    private TypeSyntax ParseType()
    {
        GuardDepth();
        var start = Current.Start;
        var alternatives = ImmutableArray.CreateBuilder<TypeAlternativeSyntax>();
        do
        {
            alternatives.Add(ParseTypeAlternative());
        }
        while (Take(TokenKind.Pipe));
        _depth--;
        return new TypeSyntax(SpanFrom(start), alternatives.ToImmutable());
    }

    private TypeAlternativeSyntax ParseTypeAlternative()
    {
        var start = Current.Start;
        var name = ParseTypeName();
        TypeSyntax? items = null;
        if ((name is TypeName.List or TypeName.Any) && Take(TokenKind.Less))
        {
            items = ParseType();
            Expect(TokenKind.Greater, "'>'");
        }

        var isNotNull = Take("NOT", "NULL") || Take(TokenKind.Exclamation);
        var alternative = name == TypeName.Any && items is not null
            ? new TypeAlternativeSyntax(TypeName.Any, null, isNotNull)
            : new TypeAlternativeSyntax(name, items, isNotNull);
        while (Is("LIST") || Is("ARRAY"))
        {
            _at++;
            isNotNull = Take("NOT", "NULL") || Take(TokenKind.Exclamation);
            alternative = new TypeAlternativeSyntax(TypeName.List, new TypeSyntax(SpanFrom(start), [alternative]), isNotNull);
        }

        return alternative;
    }

    private TypeName ParseTypeName()
    {
        var token = ExpectName("a type");
        switch (token.Text.ToUpperInvariant())
        {
            case "BOOL" or "BOOLEAN":
                return TypeName.Boolean;
            case "STRING" or "VARCHAR":
                return TypeName.String;
            case "INT" or "INTEGER":
                return TypeName.Integer;
            case "SIGNED":
                ExpectWord("INTEGER");
                return TypeName.Integer;
            case "FLOAT":
                return TypeName.Float;
            case "NUMBER":
                return TypeName.Number;
            case "DATE":
                return TypeName.Date;
            case "DURATION":
                return TypeName.Duration;
            case "POINT":
                return TypeName.Point;
            case "NODE" or "VERTEX":
                return TypeName.Node;
            case "RELATIONSHIP" or "EDGE":
                return TypeName.Relationship;
            case "PATH" or "PATHS":
                return TypeName.Path;
            case "MAP":
                return TypeName.Map;
            case "NOTHING":
                return TypeName.Nothing;
            case "NULL":
                return TypeName.Null;
            case "LIST" or "ARRAY":
                return TypeName.List;
            case "PROPERTY":
                ExpectWord("VALUE");
                return TypeName.PropertyValue;
            case "ANY":
                return ParseAnyType();
            case "LOCAL":
                return ParseTimeWord("TIME") ? TypeName.LocalTime : TypeName.LocalDateTime;
            case "ZONED":
                return ParseTimeWord("TIME") ? TypeName.ZonedTime : TypeName.ZonedDateTime;
            case "TIME":
                return ParseZone() ? TypeName.ZonedTime : TypeName.LocalTime;
            case "TIMESTAMP":
                return ParseZone() ? TypeName.ZonedDateTime : TypeName.LocalDateTime;
            default:
                throw _source.Error(token.Span.Start, $"Invalid input '{token.Text}': expected a type such as INTEGER or LIST<STRING>");
        }
    }

    private TypeName ParseAnyType()
    {
        if (Take("NODE") || Take("VERTEX"))
        {
            return TypeName.Node;
        }

        if (Take("RELATIONSHIP") || Take("EDGE"))
        {
            return TypeName.Relationship;
        }

        if (Take("MAP"))
        {
            return TypeName.Map;
        }

        if (Take("PROPERTY"))
        {
            ExpectWord("VALUE");
            return TypeName.PropertyValue;
        }

        Take("VALUE");
        return TypeName.Any;
    }

    private bool ParseTimeWord(string word)
    {
        if (Take(word))
        {
            return true;
        }

        ExpectWord("DATETIME");
        return false;
    }

    private bool ParseZone()
    {
        var isZoned = !Is("WITHOUT");
        if (!Take("WITHOUT"))
        {
            ExpectWord("WITH");
        }

        _ = Take("TIMEZONE") || Take("TIME", "ZONE");
        return isZoned;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Graph.Store.Port;

namespace Graph.Worker.Api;

/// <summary>A Cypher value in an answer; written as <see cref="ValueText"/> has it.</summary>
/// <param name="Value">The value.</param>
internal readonly record struct CypherValue(object? Value);

/// <summary>Writes <see cref="CypherValue"/>.</summary>
internal sealed class CypherValueConverter : JsonConverter<CypherValue>
{
    public override CypherValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are only written.");

    public override void Write(Utf8JsonWriter writer, CypherValue value, JsonSerializerOptions options) => ValueText.Write(writer, value.Value);
}

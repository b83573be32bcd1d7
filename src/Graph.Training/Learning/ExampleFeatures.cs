using Graph.Language.Models;
using Graph.Training.Networks;

namespace Graph.Training.Learning;

/// <summary>Describes the words of training sentences as the run time does.</summary>
internal static class ExampleFeatures
{
    public static int[] Of(IReadOnlyList<string> forms, WordVectors vectors, EncoderShape shape)
    {
        var sizes = shape.TableRows.ToArray();
        var features = new int[forms.Count * FeatureExtractor.Count];
        for (var i = 0; i < forms.Count; i++)
        {
            FeatureExtractor.Extract(
                forms[i], vectors, sizes, features.AsSpan(i * FeatureExtractor.Count, FeatureExtractor.Count));
        }

        return features;
    }
}

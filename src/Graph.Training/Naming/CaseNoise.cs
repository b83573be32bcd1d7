using Graph.Training.Networks;

namespace Graph.Training.Naming;

/// <summary>Now and then writes a training sentence as a headline: every word with a capital, or all in capitals.</summary>
internal sealed class CaseNoise(Func<string[], int[]> featuresOf)
{
    private const float TitleRate = 0.04f;
    private const float CapitalsRate = 0.02f;
    private const int ShortestTitle = 4;
    private const int LongestSmallWord = 3;

    /// <summary>The sentence itself, or a changed copy.</summary>
    public NameExample Apply(NameExample example, SeededRandom random)
    {
        var draw = random.NextSingle();
        if (example.Words < ShortestTitle || draw >= TitleRate + CapitalsRate)
        {
            return example;
        }

        var forms = example.Forms.Select(form => draw < TitleRate ? Title(form) : form.ToUpperInvariant()).ToArray();
        return example with { Forms = forms, Features = featuresOf(forms) };
    }

    private static string Title(string form) => form.Length > LongestSmallWord && char.IsLower(form[0])
        ? char.ToUpperInvariant(form[0]) + form[1..]
        : form;
}

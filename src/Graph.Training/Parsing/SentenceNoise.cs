using Graph.Training.Networks;

namespace Graph.Training.Parsing;

/// <summary>Now and then gives a training sentence the look of other text: headlines in capitals or without a full stop.</summary>
/// <remarks>The treebanks have few headlines; every article starts with one.</remarks>
internal sealed class SentenceNoise(Func<string[], int[]> featuresOf)
{
    private const float TitleRate = 0.04f;
    private const float CapitalsRate = 0.015f;
    private const float UnstoppedRate = 0.06f;
    private const int ShortestTitle = 4;

    /// <summary>The sentence itself, or a changed copy.</summary>
    public ParserExample Apply(ParserExample example, SeededRandom random)
    {
        var draw = random.NextSingle();
        if (draw < UnstoppedRate)
        {
            example = WithoutStop(example);
            draw = random.NextSingle();
        }

        if (example.Words < ShortestTitle || draw >= TitleRate + CapitalsRate)
        {
            return example;
        }

        var forms = example.Forms
            .Select(form => draw < TitleRate ? Title(form) : form.ToUpperInvariant())
            .ToArray();
        return example with { Forms = forms, Features = featuresOf(forms) };
    }

    private static string Title(string form) =>
        form.Length > 3 && char.IsLower(form[0]) ? char.ToUpperInvariant(form[0]) + form[1..] : form;

    private static ParserExample WithoutStop(ParserExample example)
    {
        var last = example.Words - 1;
        if (last < 1 || example.Forms[last] is not "." || example.Heads.Contains(last))
        {
            return example;
        }

        return new ParserExample(
            example.Forms[..last], example.Features[..(example.Features.Length / example.Words * last)],
            example.Tags[..last], example.Heads[..last], example.Labels[..last]);
    }
}

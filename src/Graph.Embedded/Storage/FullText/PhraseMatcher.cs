namespace Graph.Embedded.Storage.FullText;

/// <summary>Counts a phrase in a text.</summary>
internal static class PhraseMatcher
{
    /// <summary>Occurrences of the phrase; one whose terms stand apart counts for less, and beyond the slop not at all.</summary>
    public static double Frequency(IReadOnlyList<string> text, IReadOnlyList<string> phrase, int slop)
    {
        double frequency = 0;
        for (var start = 0; start < text.Count; start++)
        {
            if (text[start] == phrase[0] && Displacement(text, phrase, start, slop) is var moved and >= 0)
            {
                frequency += 1.0 / (1 + moved);
            }
        }

        return frequency;
    }

    /// <summary>By how much the terms after the first stand elsewhere than the phrase has them; -1 beyond the slop.</summary>
    private static int Displacement(IReadOnlyList<string> text, IReadOnlyList<string> phrase, int start, int slop)
    {
        var (least, most) = (0, 0);
        for (var i = 1; i < phrase.Count; i++)
        {
            var nearest = NearestTo(text, phrase[i], start + i, slop);
            if (nearest is not { } moved)
            {
                return -1;
            }

            (least, most) = (Math.Min(least, moved), Math.Max(most, moved));
        }

        return most - least <= slop ? most - least : -1;
    }

    private static int? NearestTo(IReadOnlyList<string> text, string term, int place, int slop)
    {
        for (var distance = 0; distance <= slop; distance++)
        {
            if (place + distance < text.Count && text[place + distance] == term)
            {
                return distance;
            }

            if (place - distance >= 0 && place - distance < text.Count && text[place - distance] == term)
            {
                return -distance;
            }
        }

        return null;
    }
}

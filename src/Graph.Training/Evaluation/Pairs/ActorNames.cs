using Graph.Language.Gazetteer;

namespace Graph.Training.Evaluation.Pairs;

/// <summary>What the actors are called whom the codes of a corpus mean.</summary>
internal sealed class ActorNames
{
    private readonly Dictionary<string, List<string>> codesByForm = new(StringComparer.Ordinal);
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);

    private ActorNames()
    {
    }

    /// <summary>The states of the product by their ISO codes, and the actors of a file.</summary>
    /// <param name="path">Two columns parted by a tab: code, names parted by |. Null for none.</param>
    /// <exception cref="InvalidDataException">Some lines are faulty; the message names each with file and line.</exception>
    public static ActorNames Read(string? path)
    {
        var names = new ActorNames();
        foreach (var state in GazetteerReader.Read().States)
        {
            names.Add(state.Iso3, [state.Name, .. state.Aliases, .. state.Adjectives, .. state.Inhabitants, state.Capital]);
        }

        if (path is not null)
        {
            names.AddFile(path);
        }

        return names;
    }

    /// <summary>Whether the code names an actor that is known here.</summary>
    public bool Knows(string code) => codes.Contains(code);

    /// <summary>Codes of the actors that a name tells, wherever their names stand in it as words of their own.</summary>
    public IEnumerable<string> CodesIn(string name)
    {
        for (var start = 0; start < name.Length; start = NextWord(name, start))
        {
            for (var end = WordEnd(name, start); end <= name.Length; end = WordEnd(name, end + 1))
            {
                foreach (var code in codesByForm.GetValueOrDefault(name[start..end], []))
                {
                    yield return code;
                }
            }
        }
    }

    private static int WordEnd(string name, int from)
    {
        var end = Math.Min(from, name.Length + 1);
        while (end < name.Length && char.IsLetterOrDigit(name[end]))
        {
            end++;
        }

        return end;
    }

    private static int NextWord(string name, int start)
    {
        var next = WordEnd(name, start);
        while (next < name.Length && !char.IsLetterOrDigit(name[next]))
        {
            next++;
        }

        return next;
    }

    private void AddFile(string path)
    {
        var faults = new List<string>();
        using var reader = new StreamReader(path);
        foreach (var row in LexiconTable.Read(reader, path, 2, faults))
        {
            Add(row[0], row.Values(1));
        }

        if (faults.Count > 0)
        {
            throw new InvalidDataException(string.Join(Environment.NewLine, faults));
        }
    }

    private void Add(string code, IEnumerable<string> forms)
    {
        codes.Add(code);
        foreach (var form in forms.Where(form => form.Length > 0))
        {
            if (!codesByForm.TryGetValue(form, out var known))
            {
                codesByForm[form] = known = [];
            }

            known.Add(code);
        }
    }
}

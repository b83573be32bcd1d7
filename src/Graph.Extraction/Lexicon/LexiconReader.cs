using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Metonymy;
using Graph.Language.Gazetteer;
using Graph.Model;

namespace Graph.Extraction.Lexicon;

/// <summary>Reads the lexicon's files and checks every entry.</summary>
/// <remarks>The files come with the product; those of a user's folder are read after them, and an entry with the key of a known one replaces it.</remarks>
internal sealed class LexiconReader
{
    private const string ClassesFile = "noun-classes.tsv";
    private const string NounsFile = "nouns.tsv";
    private const string TitlesFile = "titles.tsv";
    private const string FramesFile = "verb-frames.tsv";
    private const string NounFramesFile = "noun-frames.tsv";
    private const string EventVerbsFile = "event-verbs.tsv";
    private const string CuesFile = "cues.tsv";
    private const string MetonymyFile = "metonymy.tsv";
    private const string CapitalsFile = "capital-readings.tsv";

    private readonly Dictionary<string, NounClass> classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NounEntry> nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TitleEntry> titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VerbFrame> frames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NounFrame> nounFrames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EventVerb> eventVerbs = new(StringComparer.Ordinal);
    private readonly Dictionary<(CueKind, string), CueEntry> cues = [];
    private readonly Dictionary<(string, string), string> readings = [];
    private readonly HashSet<string> governmentCapitals = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];

    private LexiconReader()
    {
    }

    /// <summary>The lexicon that comes with the product, extended by a folder where one is given.</summary>
    /// <exception cref="InvalidDataException">Some entries are faulty; the message names each with file, line and remedy.</exception>
    public static ExtractionLexicon Read(string? folder)
    {
        var reader = new LexiconReader();
        reader.ReadFiles(Embedded, "");
        if (folder is not null)
        {
            reader.ReadFiles(file => Path.Combine(folder, file) is var path && File.Exists(path) ? new StreamReader(path) : null, folder);
        }

        return reader.faults.Count == 0
            ? new ExtractionLexicon(
                reader.titles.Values, reader.nouns.Values, reader.frames.Values, reader.eventVerbs.Values, reader.cues.Values, reader.nounFrames.Values,
                new MetonymyTable(reader.readings, reader.governmentCapitals))
            : throw new InvalidDataException(string.Join(Environment.NewLine, reader.faults));
    }

    private static StreamReader Embedded(string file)
    {
        var resource = "Graph.Extraction.Lexicon." + file;
        return new StreamReader(typeof(LexiconReader).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the assembly."));
    }

    private void ReadFiles(Func<string, TextReader?> open, string folder)
    {
        ReadFile(open, folder, ClassesFile, 9, AddClass);
        ReadFile(open, folder, NounsFile, 5, AddNoun);
        ReadFile(open, folder, TitlesFile, 5, AddTitle);
        ReadFile(open, folder, FramesFile, 8, AddFrame);
        ReadFile(open, folder, NounFramesFile, 7, AddNounFrame);
        ReadFile(open, folder, EventVerbsFile, 9, AddEventVerb);
        ReadFile(open, folder, CuesFile, 4, AddCue);
        ReadFile(open, folder, MetonymyFile, 3, AddReading);
        ReadFile(open, folder, CapitalsFile, 1, row => governmentCapitals.Add(row[0]));
    }

    private void ReadFile(Func<string, TextReader?> open, string folder, string file, int width, Action<LexiconRow> add)
    {
        using var reader = open(file);
        if (reader is null)
        {
            return;
        }

        foreach (var row in LexiconTable.Read(reader, Path.Combine(folder, file), width, faults))
        {
            add(row);
        }
    }

    private void AddClass(LexiconRow row)
    {
        if (!Enum.TryParse<EntityKind>(row[1], out var kind))
        {
            faults.Add(row.Fault($"kind \"{row[1]}\" is none of {string.Join(", ", Enum.GetNames<EntityKind>())}"));
        }
        else if (row[8].Length > 0 && !RelationshipTypes.All.Contains(row[8]))
        {
            faults.Add(UnknownType(row, row[8]));
        }
        else
        {
            classes[row[0]] = new NounClass(
                row[0], kind, row[2], row.Values(3), row.Values(4), row.Values(5), row.Values(6), row.Values(7), row[8]);
        }
    }

    private void AddNoun(LexiconRow row)
    {
        if (ClassOf(row, row[1]) is { } nounClass)
        {
            nouns[row[0]] = new NounEntry(Words(row[0]), nounClass, row[2], row[3], row[4]);
        }
    }

    private void AddTitle(LexiconRow row)
    {
        if (Enum.TryParse<TitleKind>(row[1], ignoreCase: true, out var kind))
        {
            titles[row[0]] = new TitleEntry(Words(row[0]), kind, row[2], row[3], row[4]);
        }
        else
        {
            faults.Add(row.Fault($"kind \"{row[1]}\" is none of {string.Join(", ", Enum.GetNames<TitleKind>()).ToLowerInvariant()}"));
        }
    }

    private void AddFrame(LexiconRow row)
    {
        var properties = row.Values(5).Select(text => text.Split('=', 2)).ToArray();
        if (Selector(row, row[1]) is not { } from || Selector(row, row[3]) is not { } to)
        {
            return;
        }

        if (!RelationshipTypes.All.Contains(row[2]))
        {
            faults.Add(UnknownType(row, row[2]));
        }
        else if (!TryCertainty(row[4], out var certainty))
        {
            faults.Add(UnknownCertainty(row, row[4]));
        }
        else if (properties.Any(pair => pair.Length != 2))
        {
            faults.Add(row.Fault($"\"{row[5]}\" is no list of name=slot"));
        }
        else
        {
            frames[$"{row[0]}\t{row[1]}\t{row[2]}\t{row[3]}"] = new VerbFrame(
                row[0], from, row[2], to, certainty,
                [.. properties.Select(pair => KeyValuePair.Create(pair[0], pair[1]))], row[6], row[7]);
        }
    }

    private void AddNounFrame(LexiconRow row)
    {
        if (!RelationshipTypes.All.Contains(row[2]))
        {
            faults.Add(UnknownType(row, row[2]));
        }
        else if (row[1].Length == 0 || row[3].Length == 0)
        {
            faults.Add(row.Fault("from and to name no place; write poss, amod, compound, subj or prepositions, parted by |"));
        }
        else if (!TryCertainty(row[4], out var certainty))
        {
            faults.Add(UnknownCertainty(row, row[4]));
        }
        else
        {
            nounFrames[$"{row[0]}\t{row[2]}"] = new NounFrame(row[0], row.Values(1), row[2], row.Values(3), certainty, row[5], row[6]);
        }
    }

    private void AddEventVerb(LexiconRow row)
    {
        if (ClassOf(row, row[1]) is { } nounClass)
        {
            eventVerbs[$"{row[0]}\t{row[1]}"] = new EventVerb(
                row[0], nounClass, Selectors(row, 2), Selectors(row, 3), Selectors(row, 4), Selectors(row, 5), Selectors(row, 6), row[7], row[8]);
        }
    }

    private void AddCue(LexiconRow row)
    {
        if (!Enum.TryParse<CueKind>(row[1], ignoreCase: true, out var kind))
        {
            faults.Add(row.Fault($"kind \"{row[1]}\" is none of {string.Join(", ", Enum.GetNames<CueKind>()).ToLowerInvariant()}"));
        }
        else if (!CertaintyNames.TryParse(row[2], out var certainty))
        {
            faults.Add(UnknownCertainty(row, row[2]));
        }
        else
        {
            cues[(kind, row[0])] = new CueEntry(row[0], kind, certainty, row[3]);
        }
    }

    private void AddReading(LexiconRow row)
    {
        if (row[2] is MetonymyTable.Government or MetonymyTable.Place)
        {
            readings[(row[0], row[1])] = row[2];
        }
        else
        {
            faults.Add(row.Fault($"reading \"{row[2]}\" is neither {MetonymyTable.Government} nor {MetonymyTable.Place}"));
        }
    }

    private NounClass? ClassOf(LexiconRow row, string name)
    {
        if (classes.TryGetValue(name, out var nounClass))
        {
            return nounClass;
        }

        faults.Add(row.Fault($"class \"{name}\" stands in no {ClassesFile}"));
        return null;
    }

    private ArgumentSelector? Selector(LexiconRow row, string text)
    {
        var selector = text.Length == 0 ? null : ArgumentSelector.Parse(text);
        if (selector is null)
        {
            faults.Add(row.Fault($"\"{text}\" is no argument; write subj, obj, iobj, xcomp, ccomp or a preposition, with :kind where only some kinds fit"));
        }

        return selector;
    }

    private ImmutableArray<ArgumentSelector> Selectors(LexiconRow row, int column) =>
        [.. row.Values(column).Select(text => Selector(row, text)).OfType<ArgumentSelector>()];

    private static bool TryCertainty(string text, out Certainty? certainty)
    {
        certainty = null;
        if (text.Length == 0)
        {
            return true;
        }

        var known = CertaintyNames.TryParse(text, out var value);
        certainty = value;
        return known;
    }

    private static string UnknownType(LexiconRow row, string type) => row.Fault($"\"{type}\" is no relationship type of the ontology");

    private static string UnknownCertainty(LexiconRow row, string certainty) =>
        row.Fault($"certainty \"{certainty}\" is none of {string.Join(", ", Enum.GetValues<Certainty>().Select(value => value.Text()))}");

    private static ImmutableArray<string> Words(string text) => [.. text.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)];
}

using Graph.Language.Models.Kernels;

namespace Graph.Language.Models;

/// <summary>The trained models; they do not change and may be shared between threads.</summary>
public sealed class LanguageModels
{
    internal const string VectorsFile = "vectors.model";

    internal const string ParserFile = "parser.model";

    /// <summary>What the file names of the name finder's networks begin with.</summary>
    internal const string NamesPrefix = "names";

    private const string Extension = ".model";
    private const string ResourcePrefix = "Graph.Language.Models.";

    private LanguageModels(Func<string, ModelFile> open, IEnumerable<string> nameFiles, Kernel kernel)
    {
        Vectors = WordVectors.Load(open(VectorsFile));
        Parser = ParserModel.Load(open(ParserFile), Vectors, kernel);
        var members = new List<NameModel>();
        foreach (var file in nameFiles)
        {
            members.Add(NameModel.Load(open(file), Vectors, kernel));
            if (!Parser.TableSizes.SequenceEqual(members[^1].TableSizes))
            {
                throw ModelException.Damaged(file, "its tables are not of the sizes of the parser's");
            }
        }

        Names = members.Count > 0 ? new NameEnsemble(members) : throw ModelException.Missing(NamesPrefix + Extension);
    }

    internal WordVectors Vectors { get; }

    internal ParserModel Parser { get; }

    internal NameEnsemble Names { get; }

    /// <summary>Loads the models that come with the product.</summary>
    /// <exception cref="ModelException">A model is missing, damaged or of another version.</exception>
    public static LanguageModels Load() => Load(Kernel.Widest());

    /// <summary>Loads models from a folder: <c>vectors.model</c>, <c>parser.model</c> and every <c>names*.model</c>; those it lacks are the product's own.</summary>
    /// <exception cref="ModelException">A model is damaged or of another version.</exception>
    public static LanguageModels LoadFrom(string folder)
    {
        var names = Directory.Exists(folder)
            ? Directory.GetFiles(folder, NamesPrefix + "*" + Extension).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).ToArray()
            : [];
        return new LanguageModels(name => OpenIn(folder, name), names.Length > 0 ? names : EmbeddedNames(), Kernel.Widest());
    }

    /// <summary>Loads the product's models for vectors of a given width.</summary>
    internal static LanguageModels Load(Kernel kernel) =>
        new(name => ModelFile.OpenEmbedded(ResourcePrefix + name), EmbeddedNames(), kernel);

    private static IEnumerable<string> EmbeddedNames() => typeof(LanguageModels).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(ResourcePrefix + NamesPrefix, StringComparison.Ordinal))
        .Select(name => name[ResourcePrefix.Length..])
        .Order(StringComparer.Ordinal);

    private static ModelFile OpenIn(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? ModelFile.OpenFile(path) : ModelFile.OpenEmbedded(ResourcePrefix + name);
    }
}

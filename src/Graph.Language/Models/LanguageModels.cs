using Graph.Language.Models.Kernels;

namespace Graph.Language.Models;

/// <summary>The trained models; they do not change and may be shared between threads.</summary>
public sealed class LanguageModels
{
    /// <summary>File names of the models.</summary>
    internal const string VectorsFile = "vectors.model";

    internal const string ParserFile = "parser.model";

    internal const string NamesFile = "names.model";

    private const string ResourcePrefix = "Graph.Language.Models.";

    private LanguageModels(Func<string, ModelFile> open, Kernel kernel)
    {
        Vectors = WordVectors.Load(open(VectorsFile));
        Parser = ParserModel.Load(open(ParserFile), Vectors, kernel);
        Names = NameModel.Load(open(NamesFile), Vectors, kernel);
        if (!Parser.TableSizes.SequenceEqual(Names.TableSizes))
        {
            throw ModelException.Damaged(NamesFile, "its tables are not of the sizes of the parser's");
        }
    }

    internal WordVectors Vectors { get; }

    internal ParserModel Parser { get; }

    internal NameModel Names { get; }

    /// <summary>Loads the models that come with the product.</summary>
    /// <exception cref="ModelException">A model is missing, damaged or of another version.</exception>
    public static LanguageModels Load() => Load(Kernel.Widest());

    /// <summary>Loads models from a folder: <c>vectors.model</c>, <c>parser.model</c> and <c>names.model</c>; those it lacks are the product's own.</summary>
    /// <exception cref="ModelException">A model is damaged or of another version.</exception>
    public static LanguageModels LoadFrom(string folder) => new(name => OpenIn(folder, name), Kernel.Widest());

    private static ModelFile OpenIn(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? ModelFile.OpenFile(path) : ModelFile.OpenEmbedded(ResourcePrefix + name);
    }

    /// <summary>Loads the product's models for vectors of a given width.</summary>
    internal static LanguageModels Load(Kernel kernel) => new(name => ModelFile.OpenEmbedded(ResourcePrefix + name), kernel);
}

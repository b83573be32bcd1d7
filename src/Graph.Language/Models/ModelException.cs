namespace Graph.Language.Models;

/// <summary>A model file that cannot be used.</summary>
public sealed class ModelException : Exception
{
    private ModelException(string code, string message)
        : base($"{code}: {message}")
    {
        Code = code;
    }

    /// <summary>Stable: <c>GRA-L001</c> missing, <c>GRA-L002</c> no model file, <c>GRA-L003</c> other version, <c>GRA-L004</c> damaged.</summary>
    public string Code { get; }

    internal static ModelException Missing(string name) => new(
        "GRA-L001", $"The model '{name}' is missing. Restore it from the repository or train it with Graph.Training.");

    internal static ModelException NoModel(string name) => new(
        "GRA-L002", $"'{name}' is not a model file: it does not start with the mark 'GRAM'. Train it again.");

    internal static ModelException OtherVersion(string name, int version) => new(
        "GRA-L003",
        $"The model '{name}' has format {version}; this program reads format {ModelFile.FormatVersion}. Train it again.");

    internal static ModelException Damaged(string name, string fault) => new(
        "GRA-L004", $"The model '{name}' is damaged: {fault}. Restore it from the repository or train it again.");
}

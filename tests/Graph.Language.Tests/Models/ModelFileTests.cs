using System.Buffers.Binary;
using Graph.Language.Models;

namespace Graph.Language.Tests.Models;

public sealed class ModelFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("models").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_holds_what_was_written()
    {
        var file = ModelFile.Parse(Sample(), "sample");

        Assert.Equal([1, -2], file.Integers("numbers"));
        Assert.Equal([0.5f], file.Singles("values"));
        Assert.Equal(["a", "b"], file.Strings("names"));
        Assert.False(file.Has("other"));
    }

    [Fact]
    public void Equal_sections_give_equal_bytes()
    {
        Assert.Equal(Sample(), Sample());
    }

    [Fact]
    public void A_missing_file_is_named_with_its_remedy()
    {
        var fault = Assert.Throws<ModelException>(() => ModelFile.OpenFile(Path.Combine(folder, "none.model")));

        Assert.Equal("GRA-L001", fault.Code);
        Assert.Contains("none.model", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Graph.Training", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kind_of_file_is_refused()
    {
        Assert.Equal("GRA-L002", Assert.Throws<ModelException>(() => ModelFile.Parse("PK\u0003\u0004 and so on and on"u8.ToArray(), "a.zip")).Code);
    }

    [Fact]
    public void Another_version_is_refused_with_both_versions_named()
    {
        var bytes = Sample();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), 99);

        var fault = Assert.Throws<ModelException>(() => ModelFile.Parse(bytes, "sample"));

        Assert.Equal("GRA-L003", fault.Code);
        Assert.Contains("format 99", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    public void A_damaged_byte_is_noticed_wherever_it_is(int position)
    {
        var bytes = Sample();
        bytes[position] ^= 1;

        Assert.Equal("GRA-L004", Assert.Throws<ModelException>(() => ModelFile.Parse(bytes, "sample")).Code);
    }

    [Fact]
    public void A_file_cut_short_is_damaged()
    {
        Assert.Equal("GRA-L004", Assert.Throws<ModelException>(() => ModelFile.Parse(Sample().AsMemory()[..^3], "sample")).Code);
    }

    [Fact]
    public void A_missing_section_is_named()
    {
        var fault = Assert.Throws<ModelException>(() => ModelFile.Parse(Sample(), "sample").Bytes("weights"));

        Assert.Contains("'weights'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_of_a_folder_replace_the_products_own()
    {
        File.WriteAllBytes(Path.Combine(folder, "parser.model"), Sample());

        var fault = Assert.Throws<ModelException>(() => LanguageModels.LoadFrom(folder));

        Assert.Contains("parser.model", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_models_together_are_small()
    {
        var assembly = typeof(LanguageModels).Assembly;
        var bytes = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".model", StringComparison.Ordinal))
            .Sum(name => assembly.GetManifestResourceStream(name)!.Length);

        Assert.InRange(bytes, 1, 20_000_000);
    }

    private static byte[] Sample()
    {
        var writer = new ModelFileWriter();
        writer.Add("numbers", [1, -2]);
        writer.Add("values", [0.5f]);
        writer.Add("names", (IEnumerable<string>)["a", "b"]);
        return writer.ToArray();
    }
}

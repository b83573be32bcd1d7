using System.Buffers.Binary;
using System.IO.Hashing;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Graph.Language.Models;

/// <summary>A model as it lies in its file: named sections of bytes behind a mark, a version and a checksum.</summary>
/// <remarks>Numbers are little-endian. Whatever is wrong with a file is a <see cref="ModelException"/>.</remarks>
internal sealed class ModelFile
{
    /// <summary>Version of the format and of the features; files of another version are refused.</summary>
    public const int FormatVersion = 1;

    internal const int HeaderLength = 16;
    internal static readonly byte[] Mark = "GRAM"u8.ToArray();

    private readonly string name;
    private readonly Dictionary<string, ReadOnlyMemory<byte>> sections;

    private ModelFile(string name, Dictionary<string, ReadOnlyMemory<byte>> sections)
    {
        this.name = name;
        this.sections = sections;
    }

    /// <summary>Reads a model that is embedded in this assembly.</summary>
    public static ModelFile OpenEmbedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw ModelException.Missing(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Parse(bytes, name);
    }

    /// <summary>Reads a model from a file.</summary>
    public static ModelFile OpenFile(string path) =>
        File.Exists(path) ? Parse(File.ReadAllBytes(path), path) : throw ModelException.Missing(path);

    /// <summary>Reads a model from memory.</summary>
    /// <param name="name">What messages call it.</param>
    public static ModelFile Parse(ReadOnlyMemory<byte> bytes, string name)
    {
        var span = bytes.Span;
        if (span.Length < HeaderLength || !span[..Mark.Length].SequenceEqual(Mark))
        {
            throw ModelException.NoModel(name);
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(span[4..]);
        if (version != FormatVersion)
        {
            throw ModelException.OtherVersion(name, version);
        }

        if (BinaryPrimitives.ReadUInt64LittleEndian(span[8..]) != XxHash3.HashToUInt64(span[HeaderLength..]))
        {
            throw ModelException.Damaged(name, "its checksum does not match");
        }

        return new ModelFile(name, ReadSections(bytes[HeaderLength..]));
    }

    /// <summary>Whether the model has a section.</summary>
    public bool Has(string section) => sections.ContainsKey(section);

    public ReadOnlyMemory<byte> Bytes(string section) => sections.TryGetValue(section, out var bytes)
        ? bytes
        : throw ModelException.Damaged(name, $"it has no section '{section}'");

    public float[] Singles(string section) => MemoryMarshal.Cast<byte, float>(Bytes(section).Span).ToArray();

    public int[] Integers(string section) => MemoryMarshal.Cast<byte, int>(Bytes(section).Span).ToArray();

    /// <summary>Reads a list of strings; an empty section is an empty list.</summary>
    public string[] Strings(string section)
    {
        var bytes = Bytes(section).Span;
        return bytes.Length == 0 ? [] : Encoding.UTF8.GetString(bytes).Split('\n');
    }

    // The checksum held, so lengths can be trusted.
    private static Dictionary<string, ReadOnlyMemory<byte>> ReadSections(ReadOnlyMemory<byte> body)
    {
        var sections = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        while (body.Length > 0)
        {
            var nameLength = BinaryPrimitives.ReadInt32LittleEndian(body.Span);
            var length = BinaryPrimitives.ReadInt32LittleEndian(body.Span[4..]);
            var section = Encoding.UTF8.GetString(body.Span.Slice(8, nameLength));
            sections.Add(section, body.Slice(8 + nameLength, length));
            body = body[(8 + nameLength + length)..];
        }

        return sections;
    }
}

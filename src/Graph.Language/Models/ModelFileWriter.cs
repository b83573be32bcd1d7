using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Graph.Language.Models;

/// <summary>Writes what <see cref="ModelFile"/> reads; equal sections in equal order give equal bytes.</summary>
internal sealed class ModelFileWriter
{
    private readonly List<byte> body = [];

    public void Add(string section, ReadOnlySpan<byte> bytes)
    {
        var name = Encoding.UTF8.GetBytes(section);
        Span<byte> lengths = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(lengths, name.Length);
        BinaryPrimitives.WriteInt32LittleEndian(lengths[4..], bytes.Length);
        body.AddRange(lengths);
        body.AddRange(name);
        body.AddRange(bytes);
    }

    public void Add(string section, ReadOnlySpan<float> values) => Add(section, MemoryMarshal.AsBytes(values));

    public void Add(string section, ReadOnlySpan<int> values) => Add(section, MemoryMarshal.AsBytes(values));

    public void Add(string section, IEnumerable<string> lines) =>
        Add(section, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    /// <summary>The whole file.</summary>
    public byte[] ToArray()
    {
        var content = body.ToArray();
        var file = new byte[ModelFile.HeaderLength + content.Length];
        ModelFile.Mark.CopyTo(file, 0);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), ModelFile.FormatVersion);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(8), XxHash3.HashToUInt64(content));
        content.CopyTo(file, ModelFile.HeaderLength);
        return file;
    }
}

namespace Graph.Fuzzing.Mutation;

/// <summary>Changes bytes at random: a few of them, whole ranges, or the place of ranges.</summary>
internal sealed class ByteMutator(Random random)
{
    /// <summary>Markers, sizes and limits that parsers stumble over.</summary>
    private static readonly byte[] Telling = [0x00, 0x01, 0x7F, 0x80, 0x90, 0xA0, 0xB0, 0xC0, 0xC1, 0xCB, 0xCE, 0xD2, 0xD6, 0xDA, 0xF0, 0xFF];

    public byte[] Mutate(byte[] bytes)
    {
        for (var count = 1 + random.Next(4); count > 0 && bytes.Length > 0; count--)
        {
            bytes = MutateOnce(bytes);
        }

        return bytes;
    }

    private byte[] MutateOnce(byte[] bytes)
    {
        var at = random.Next(bytes.Length);
        var length = Math.Min(bytes.Length - at, 1 + random.Next(random.Next(4) == 0 ? 64 : 4));
        return random.Next(8) switch
        {
            0 => Changed(bytes, at, (byte)(bytes[at] ^ (1 << random.Next(8)))),
            1 => Changed(bytes, at, Telling[random.Next(Telling.Length)]),
            2 => Changed(bytes, at, (byte)random.Next(256)),
            3 => [.. bytes[..at], .. bytes[(at + length)..]],
            4 => [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]],
            5 => [.. bytes[..at], .. Noise(length), .. bytes[at..]],
            6 => bytes[..at],
            _ => [.. bytes[..at], .. bytes[(at + length)..], .. bytes[at..(at + length)]],
        };
    }

    private static byte[] Changed(byte[] bytes, int at, byte value)
    {
        var changed = bytes.ToArray();
        changed[at] = value;
        return changed;
    }

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }
}

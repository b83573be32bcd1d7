using Graph.Embedded.Tests.Bolt.Wire;
using Graph.Fuzzing.Mutation;

namespace Graph.Fuzzing.Bolt;

/// <summary>Makes a stream of bytes of a conversation, spoilt at one of its levels.</summary>
internal sealed class ConversationMutator(Random random, IReadOnlyList<byte[][]> seeds)
{
    private static readonly byte[] Magic = [0x60, 0x60, 0xB0, 0x17];

    private static readonly byte[][] Proposals =
    [
        [0, 4, 4, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 1, 0xFF, 0, 8, 8, 5, 0, 2, 4, 4, 0, 0, 0, 3, 0, 0, 4, 5, 0],
    ];

    private readonly ByteMutator _bytes = new(random);

    public byte[] Next()
    {
        var messages = seeds[random.Next(seeds.Count)].ToList();
        var level = random.Next(5);
        if (level == 0)
        {
            Shuffle(messages);
        }
        else if (level is 1 or 2 && messages.Count > 0)
        {
            var at = random.Next(messages.Count);
            messages[at] = _bytes.Mutate(messages[at]);
        }

        var proposals = Proposals[random.Next(6) is var choice && choice < Proposals.Length ? choice : 0];
        byte[] stream =
        [
            .. Magic, .. proposals,
            .. messages.Where(message => message.Length > 0).SelectMany(message => WireCodec.Chunk(message, 1 + random.Next(random.Next(2) == 0 ? 8 : 60_000))),
        ];
        stream = level == 3 ? _bytes.Mutate(stream) : stream;
        stream = random.Next(4) == 0 ? WebSocketClothing.Dress(stream, random) : stream;
        return level == 4 ? _bytes.Mutate(stream) : stream;
    }

    private void Shuffle(List<byte[]> messages)
    {
        for (var count = 1 + random.Next(4); count > 0 && messages.Count > 0; count--)
        {
            var other = seeds[random.Next(seeds.Count)];
            switch (random.Next(3))
            {
                case 0:
                    messages.RemoveAt(random.Next(messages.Count));
                    break;
                case 1:
                    messages.Insert(random.Next(messages.Count), messages[random.Next(messages.Count)]);
                    break;
                default:
                    messages.Insert(random.Next(messages.Count), other[random.Next(other.Length)]);
                    break;
            }
        }
    }
}

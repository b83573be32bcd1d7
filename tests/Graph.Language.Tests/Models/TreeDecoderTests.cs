using Graph.Language.Models;

namespace Graph.Language.Tests.Models;

public sealed class TreeDecoderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_tree_is_the_best_of_all_trees_with_one_root(int words)
    {
        var random = new Random(words);
        var room = new SpanningTree();
        var heads = new int[words];
        for (var round = 0; round < 300; round++)
        {
            var scores = Enumerable.Range(0, words * (words + 1)).Select(_ => (float)random.Next(-20, 20)).ToArray();
            for (var word = 0; word < words; word++)
            {
                scores[(word * (words + 1)) + word + 1] = float.NegativeInfinity;
            }

            TreeDecoder.Decode(scores, words + 1, room, heads);

            Assert.True(TreeDecoder.IsTree(heads));
            Assert.Equal(Best(scores, words), Sum(scores, heads));
        }
    }

    [Fact]
    public void Cycles_inside_cycles_are_opened()
    {
        // 1 and 2 prefer each other, 3 and both of them prefer each other in turn.
        float[] scores =
        [
            1, float.NegativeInfinity, 10, 8,
            1, 10, float.NegativeInfinity, 5,
            0, 9, 3, float.NegativeInfinity,
        ];
        var heads = new int[3];

        TreeDecoder.Decode(scores, 4, new SpanningTree(), heads);

        Assert.True(TreeDecoder.IsTree(heads));
        Assert.Equal(Best(scores, 3), Sum(scores, heads));
    }

    [Fact]
    public void A_decoded_sentence_allocates_nothing_once_the_room_has_grown()
    {
        float[] scores = [1, float.NegativeInfinity, 10, 1, 10, float.NegativeInfinity];
        var room = new SpanningTree();
        var heads = new int[2];
        TreeDecoder.Decode(scores, 3, room, heads);
        var before = GC.GetAllocatedBytesForCurrentThread();

        TreeDecoder.Decode(scores, 3, room, heads);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static float Best(float[] scores, int words)
    {
        var best = float.NegativeInfinity;
        var heads = new int[words];
        var count = (int)Math.Pow(words + 1, words);
        for (var code = 0; code < count; code++)
        {
            for (int word = 0, rest = code; word < words; word++, rest /= words + 1)
            {
                heads[word] = (rest % (words + 1)) - 1;
            }

            if (TreeDecoder.IsTree(heads))
            {
                best = MathF.Max(best, Sum(scores, heads));
            }
        }

        return best;
    }

    private static float Sum(float[] scores, int[] heads) =>
        heads.Select((head, word) => scores[(word * (heads.Length + 1)) + head + 1]).Sum();
}

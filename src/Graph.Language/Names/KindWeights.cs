using System.Runtime.CompilerServices;

namespace Graph.Language.Names;

/// <summary>A number for each kind of name.</summary>
[InlineArray(Count)]
internal struct KindWeights
{
    public const int Count = 4;

    private float first;

    public float this[NameKind kind]
    {
        readonly get => this[(int)kind];
        set => this[(int)kind] = value;
    }

    public readonly float Sum => this[0] + this[1] + this[2] + this[3];

    public void Add(in KindWeights other)
    {
        for (var kind = 0; kind < Count; kind++)
        {
            this[kind] += other[kind];
        }
    }

    public void Divide(float divisor)
    {
        for (var kind = 0; kind < Count; kind++)
        {
            this[kind] /= divisor;
        }
    }
}

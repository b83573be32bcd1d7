using System.Collections.Concurrent;

namespace Graph.Embedded.Storage.Records;

/// <summary>The combinations of labels that nodes have, numbered from 0, the empty one. Numbers never change.</summary>
/// <remarks>Nodes have few combinations of labels, so a node holds one number. Only the writer adds; readers need no lock.</remarks>
internal sealed class LabelSetTable
{
    private readonly ConcurrentDictionary<(int Set, int Label), int> _with = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private volatile int[][] _sets = [[]];

    public const int Empty = 0;

    public int Count => _sets.Length;

    /// <summary>Label ids in ascending order.</summary>
    public int[] LabelsOf(int set) => _sets[set];

    public bool Has(int set, int label)
    {
        foreach (var known in _sets[set])
        {
            if (known == label)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The set with the label added; itself where it has it.</summary>
    public int With(int set, int label)
    {
        if (_with.TryGetValue((set, label), out var known))
        {
            return known;
        }

        var labels = _sets[set];
        var result = Has(set, label) ? set : NumberOf([.. labels.Append(label).Order()]);
        _with[(set, label)] = result;
        return result;
    }

    /// <summary>The set with the label taken away; itself where it lacks it.</summary>
    public int Without(int set, int label) =>
        Has(set, label) ? NumberOf([.. _sets[set].Where(other => other != label)]) : set;

    private int NumberOf(int[] sorted)
    {
        var name = string.Join(',', sorted);
        if (!_numbers.TryGetValue(name, out var number))
        {
            number = _sets.Length;
            _sets = [.. _sets, sorted];
            _numbers[name] = number;
        }

        return number;
    }
}

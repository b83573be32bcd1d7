using Graph.Embedded.Storage.Binary;
using Graph.Embedded.Storage.FullText;
using Graph.Embedded.Storage.Indexes;
using Graph.Embedded.Storage.Schema;

namespace Graph.Embedded.Storage.Consistency;

/// <summary>Compares every index with what the entities say belongs in it, and every entity with the constraints.</summary>
internal sealed class IndexCheck(GraphState state, TokenTables tokens, List<Finding> findings, CancellationToken cancellationToken)
{
    public void Run()
    {
        foreach (var index in state.Indexes.Where(index => index.Definition.Kind != IndexKind.Lookup))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Compare(index, Expected(index));
        }

        foreach (var (index, rule) in state.Indexes.Zip(state.Schema.Uniqueness))
        {
            if (rule is not null)
            {
                CheckUnique(index, rule);
            }
        }

        var checker = new ConstraintChecker(state, tokens);
        foreach (var rule in state.Schema.Catalog.Constraints.Where(rule => rule.Kind != ConstraintKind.Unique))
        {
            foreach (var message in state.Members(rule.Entity, rule.Token).Select(id => checker.Violation(rule, id)).OfType<string>())
            {
                Report(FindingCode.BrokenConstraint, message);
            }
        }
    }

    private IndexData Expected(IndexData index)
    {
        var expected = IndexData.Empty(index.Definition);
        if (index.Definition.Kind == IndexKind.FullText)
        {
            FullTextIndex.Fill(state, expected);
            return expected;
        }

        var key = new ByteBuffer();
        foreach (var id in index.Definition.Tokens.Distinct().SelectMany(token => state.Members(index.Definition.Entity, token)))
        {
            if (expected.TryWriteKey(state.PropertiesOf(index.Definition.Entity, id), key))
            {
                expected.Tree.Insert(key.Span, id);
            }
        }

        return expected;
    }

    private void Compare(IndexData index, IndexData expected)
    {
        var name = index.Definition.Name;
        var (found, wanted) = (index.Tree.From([]), expected.Tree.From([]));
        var (hasFound, hasWanted) = (found.MoveNext(), wanted.MoveNext());
        while (hasFound || hasWanted)
        {
            var order = !hasFound ? 1 : !hasWanted ? -1 : TreeNode.Compare(found.Key, found.Id, wanted.Key, wanted.Id);
            if (order < 0)
            {
                Report(FindingCode.StrayIndexEntry, $"Index '{name}' has an entry for {index.Definition.Entity}({found.Id}) that does not belong in it.");
            }
            else if (order > 0)
            {
                Report(FindingCode.MissingIndexEntry, $"Index '{name}' lacks an entry for {index.Definition.Entity}({wanted.Id}).");
            }

            hasFound = order <= 0 ? found.MoveNext() : hasFound;
            hasWanted = order >= 0 ? wanted.MoveNext() : hasWanted;
        }

        if (index.Tree.Count != expected.Tree.Count)
        {
            Report(FindingCode.WrongCount, $"Index '{name}' counts {index.Tree.Count} entries of {expected.Tree.Count}.");
        }
    }

    private void CheckUnique(IndexData index, ConstraintDefinition rule)
    {
        byte[] previous = [];
        var previousId = -1;
        for (var cursor = index.Tree.From([]); cursor.MoveNext(); previousId = cursor.Id)
        {
            if (previousId >= 0 && cursor.Key.SequenceEqual(previous))
            {
                Report(
                    FindingCode.BrokenConstraint,
                    $"{rule.Entity}({previousId}) and {rule.Entity}({cursor.Id}) have the same values under constraint '{rule.Name}'.");
            }

            previous = cursor.Key.ToArray();
        }
    }

    private void Report(FindingCode code, string message) => findings.Add(new Finding(code, message));
}

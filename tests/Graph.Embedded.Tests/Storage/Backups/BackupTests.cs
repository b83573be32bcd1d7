using Graph.Embedded.Storage;
using Graph.Embedded.Tests.Storage.Model;
using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Storage.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("graph-backup").FullName;
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public void A_backup_taken_beside_an_open_writer_restores_what_was_committed()
    {
        string committed;
        using (var engine = StorageEngine.Open(Folder("store")))
        {
            Fill(engine, 300);
            using var writer = engine.Write();
            writer.CreateNode([]);
            engine.Backup(Folder("backup"), _cancellation);
            committed = Text(engine);
            writer.Commit();
        }

        StorageEngine.Restore(Folder("backup"), Folder("restored"), _cancellation);

        using var restored = StorageEngine.Open(Folder("restored"));
        Assert.Equal(committed, Text(restored));
        Assert.Empty(restored.CheckConsistency(_cancellation));
        Fill(restored, 5);
    }

    [Fact]
    public void A_folder_without_files_of_a_store_is_none()
    {
        var other = Directory.CreateDirectory(Folder("other")).FullName;
        File.WriteAllText(Path.Combine(other, "notes.txt"), "no store");
        StorageEngine.Open(Folder("store")).Dispose();

        Assert.False(StorageEngine.Exists(Folder("missing")));
        Assert.False(StorageEngine.Exists(other));
        Assert.True(StorageEngine.Exists(Folder("store")));
    }

    [Fact]
    public void A_graph_in_memory_can_be_backed_up_and_opened_from_disk()
    {
        using var engine = StorageEngine.InMemory();
        Fill(engine, 10);
        engine.Backup(Folder("backup"), _cancellation);
        using var opened = StorageEngine.Open(Folder("backup"));
        Assert.Equal(Text(engine), Text(opened));
    }

    [Fact]
    public void A_folder_that_holds_a_store_is_not_overwritten()
    {
        using var engine = StorageEngine.Open(Folder("store"));
        Fill(engine, 1);

        var error = Assert.Throws<StorageException>(() => engine.Backup(Folder("store"), _cancellation));
        Assert.Contains("holds a store already", error.Message);
    }

    [Fact]
    public void A_damaged_backup_is_refused_and_nothing_is_restored()
    {
        using (var engine = StorageEngine.InMemory())
        {
            Fill(engine, 10);
            engine.Backup(Folder("backup"), _cancellation);
        }

        var file = Directory.GetFiles(Folder("backup"), "snapshot-*").Single();
        var bytes = File.ReadAllBytes(file);
        bytes[^20] ^= 1;
        File.WriteAllBytes(file, bytes);

        var error = Assert.Throws<StorageException>(() => StorageEngine.Restore(Folder("backup"), Folder("restored"), _cancellation));
        Assert.Equal(StorageErrorKind.Corrupt, error.Kind);
        Assert.Empty(Directory.GetFiles(Folder("restored"), "snapshot-*"));
    }

    [Fact]
    public void A_folder_without_a_backup_is_named() => Assert.Contains(
        "There is no folder",
        Assert.Throws<DirectoryNotFoundException>(() => StorageEngine.Restore(Folder("none"), Folder("restored"), _cancellation)).Message);

    [Fact]
    public void A_second_opening_is_told_which_process_has_the_store()
    {
        using var engine = StorageEngine.Open(Folder("store"));
        var error = Assert.Throws<StorageException>(() => StorageEngine.Open(Folder("store")));
        Assert.Equal(StorageErrorKind.Locked, error.Kind);
        Assert.Contains($"is open in process {Environment.ProcessId} on ", error.Message);
    }

    public void Dispose() => Directory.Delete(_root, true);

    private string Folder(string name) => Path.Combine(_root, name);

    private static void Fill(StorageEngine engine, int count)
    {
        var (label, type, key) = (
            engine.Tokens.Labels.GetOrCreate("Person"), engine.Tokens.Types.GetOrCreate("MET"), engine.Tokens.Keys.GetOrCreate("name"));
        using var writer = engine.Write();
        for (var i = 0; i < count; i++)
        {
            var node = writer.CreateNode([label], [new(key, Value.Of("name " + i))]);
            writer.CreateRelationship(type, node, i % 7 == 0 ? node : 0, [new(key, Value.Of(i))]);
        }

        writer.Commit();
    }

    private static string Text(StorageEngine engine)
    {
        using var reader = engine.BeginRead();
        return ModelComparison.Text(reader);
    }
}

using Graph.Training.Corpora;

namespace Graph.Training.Tests.Corpora;

public sealed class EventRecordReaderTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Reads_text_date_and_who_does_something_to_whom()
    {
        File.WriteAllText(path, """
            {"id": "A", "date": "20310514", "text": "Norway met Malta.", "events": [{"source": "NOR", "event": "040", "target": "MLTGOV"}]}

            {"id": "B", "date": "", "text": "It rained.", "events": [{"source": null, "event": null, "target": null}]}
            """);

        var records = EventRecordReader.ReadFile(path);

        Assert.Equal(["A", "B"], records.Select(record => record.Id));
        Assert.Equal(new DateOnly(2031, 5, 14), records[0].Date);
        Assert.Equal([("NOR", "MLTGOV")], records[0].Events);
        Assert.Null(records[1].Date);
        Assert.Empty(records[1].Events);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("Norway met Malta.")]
    public void Names_the_line_that_is_no_coded_event(string line)
    {
        File.WriteAllText(path, "\n" + line);

        var fault = Assert.Throws<InvalidDataException>(() => EventRecordReader.ReadFile(path));

        Assert.StartsWith($"GRA-T011 {path}, line 2 is no coded event: ", fault.Message, StringComparison.Ordinal);
    }
}

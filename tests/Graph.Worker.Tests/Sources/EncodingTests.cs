using System.Text;
using static Graph.Worker.Tests.Sources.SourceReading;

namespace Graph.Worker.Tests.Sources;

public sealed class EncodingTests
{
    private const string Text = "Café talks\n\nThe minister said: “We agree” – and the café closed.";

    public static TheoryData<string, byte[]> Encoded => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Text) },
        { "utf-8 with mark", [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Text)] },
        { "utf-16 little endian with mark", [0xff, 0xfe, .. Encoding.Unicode.GetBytes(Text)] },
        { "utf-16 big endian with mark", [0xfe, 0xff, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "utf-16 little endian without mark", Encoding.Unicode.GetBytes("Cafe talks, the plain words of a minister and his aides") },
        { "utf-32 with mark", [0xff, 0xfe, 0, 0, .. Encoding.UTF32.GetBytes(Text)] },
        { "windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text) },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void the_encoding_of_a_text_is_detected(string encoding, byte[] bytes)
    {
        var expected = encoding == "utf-16 little endian without mark" ? "Cafe talks, the plain words of a minister and his aides" : Text;

        Assert.Equal(expected, Article(bytes, "a.txt").Text);
    }

    [Fact]
    public void a_page_in_the_encoding_it_declares_is_read_in_it()
    {
        var page = Page("windows-1251", "The envoy Иван Петров spoke with the ministers of the region about the treaty and its terms.");

        Assert.Contains("Иван Петров", Article(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(page), "a.html").Text);
    }

    [Fact]
    public void a_page_that_declares_latin_1_and_is_utf_8_is_read_as_utf_8()
    {
        var page = Page("iso-8859-1", "The café of the ministry was where the ministers spoke about the treaty.");

        Assert.Contains("café of the ministry", Article(Encoding.UTF8.GetBytes(page), "a.html").Text);
    }

    [Fact]
    public void a_page_that_declares_utf_8_and_is_windows_1252_is_read_as_windows_1252()
    {
        var page = Page("utf-8", "The “café” of the ministry was where the ministers spoke about the treaty.");

        Assert.Contains("“café” of the ministry", Article(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(page), "a.html").Text);
    }

    [Fact]
    public void the_charset_of_the_transport_is_heeded()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes("Title\n\nThe minister Dvořák said that they agree with the plan.");

        Assert.Contains("Dvořák", Article(bytes, "a.txt", "windows-1250").Text);
    }

    [Fact]
    public void an_unknown_declared_charset_is_passed_over()
    {
        var page = Page("x-nonsense", "The café of the ministry was where the ministers spoke about the treaty.");

        Assert.Contains("café of", Article(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(page), "a.html").Text);
    }

    private static string Page(string charset, string sentence) =>
        $"<!doctype html><html><head><meta charset=\"{charset}\"><title>Talks</title></head><body><article><h1>Talks</h1><p>{sentence}</p></article></body></html>";
}

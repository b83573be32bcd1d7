using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Graph.Worker.Sources;

/// <summary>Markdown: one article; front matter gives title, date, source and url, else the first heading is the title.</summary>
internal sealed class MarkdownReader : IArticleReader
{
    private static readonly string[] Extensions = [".md", ".markdown"];

    private readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    public bool Recognises(SourceText source) =>
        Extensions.Contains(source.Content.Extension)
        || FrontMatter.Read(source.Text).Count > 0
        || Lines.FirstWithText(source.Text).StartsWith("# ", StringComparison.Ordinal);

    public IEnumerable<SourceEntry> Read(SourceText source)
    {
        var fields = FrontMatter.Read(source.Text);
        var document = Markdown.Parse(source.Text, pipeline);
        var blocks = new List<(Block Block, string Text)>();
        Collect(document, blocks);

        var title = fields.GetValueOrDefault("title");
        if (blocks.Count > 0 && blocks[0].Block is HeadingBlock && (title is null || Whitespace.Collapse(blocks[0].Text) == title))
        {
            title = blocks[0].Text;
            blocks.RemoveAt(0);
        }

        var body = string.Join("\n\n", blocks.Select(block => block.Text));
        DateOnly? date = DateRecognizer.TryParse(fields.GetValueOrDefault("date") ?? "", out var stated)
            ? stated
            : DateRecognizer.FromFirstLines(body);
        yield return new ArticleDraft(title ?? "", body)
        {
            Date = date,
            Source = fields.GetValueOrDefault("source") ?? fields.GetValueOrDefault("publisher"),
            Url = fields.GetValueOrDefault("url") ?? fields.GetValueOrDefault("link") ?? source.Content.Url?.AbsoluteUri,
        }.Finish(source);
    }

    /// <summary>Blocks of prose; code, HTML and front matter are no news text.</summary>
    private static void Collect(ContainerBlock container, List<(Block Block, string Text)> blocks)
    {
        foreach (var block in container)
        {
            if (block is LeafBlock { Inline: { } inline } and not (YamlFrontMatterBlock or CodeBlock or HtmlBlock))
            {
                var text = InlineText(inline).Trim();
                if (text.Length > 0)
                {
                    blocks.Add((block, text));
                }
            }
            else if (block is ContainerBlock inner)
            {
                Collect(inner, blocks);
            }
        }
    }

    private static string InlineText(ContainerInline container) => string.Concat(container.Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        LinkInline { IsImage: true } => "",
        ContainerInline inner => InlineText(inner),
        _ => "",
    }));
}

using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Graph.Worker.Sources;

/// <summary>HTML to plain text: one paragraph a block, separated by a blank line.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset", "figure", "footer", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    };

    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "svg", "math", "iframe", "form", "button", "select", "head", "title", "figcaption",
    };

    /// <summary>The text of a fragment or page.</summary>
    public static string Of(string html) => Of(new HtmlParser().ParseDocument(html).Body!);

    /// <summary>The text below an element; <c>br</c> ends a line, two in a row end a paragraph.</summary>
    public static string Of(IElement root)
    {
        var result = new Paragraphs();
        Append(root, result);
        return result.Finish();
    }

    private static void Append(INode node, Paragraphs result)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                result.Text(text.Data);
            }
            else if (child is IElement element && !Silent.Contains(element.LocalName))
            {
                var isBlock = Blocks.Contains(element.LocalName);
                if (isBlock)
                {
                    result.EndParagraph();
                }
                else if (element.LocalName == "br")
                {
                    result.EndLine();
                }

                Append(element, result);
                if (isBlock)
                {
                    result.EndParagraph();
                }
            }
        }
    }

    /// <summary>Text under construction: white space collapses within a paragraph.</summary>
    private sealed class Paragraphs
    {
        private readonly StringBuilder done = new();
        private readonly StringBuilder current = new();

        public void Text(string text)
        {
            foreach (var character in text)
            {
                // A no-break space belongs to the text: collapsing it away would join what the page keeps apart.
                if (character is not (' ' or '\t' or '\r' or '\n' or '\f'))
                {
                    current.Append(character);
                }
                else if (current.Length > 0 && current[^1] is not (' ' or '\n'))
                {
                    current.Append(' ');
                }
            }
        }

        public void EndLine()
        {
            TrimCurrent();
            if (current.Length > 0 && current[^1] == '\n')
            {
                EndParagraph();
            }
            else if (current.Length > 0)
            {
                current.Append('\n');
            }
        }

        public void EndParagraph()
        {
            var paragraph = current.ToString().Trim();
            current.Clear();
            if (paragraph.Length > 0)
            {
                done.Append(done.Length == 0 ? "" : "\n\n").Append(paragraph);
            }
        }

        public string Finish()
        {
            EndParagraph();
            return done.ToString();
        }

        private void TrimCurrent()
        {
            while (current.Length > 0 && current[^1] == ' ')
            {
                current.Length--;
            }
        }
    }
}

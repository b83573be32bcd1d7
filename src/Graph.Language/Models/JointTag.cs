namespace Graph.Language.Models;

/// <summary>The two tags of a word, which the tagger chooses together.</summary>
/// <param name="Xpos">Penn Treebank tag.</param>
/// <param name="Upos">Universal part of speech.</param>
internal readonly record struct JointTag(string Xpos, string Upos)
{
    /// <summary>Reads <c>XPOS|UPOS</c>.</summary>
    public static JointTag Parse(string text)
    {
        var bar = text.LastIndexOf('|');
        return new JointTag(string.Intern(text[..bar]), string.Intern(text[(bar + 1)..]));
    }
}

using Graph.Language.Models;
using Graph.Language.Tokenisation;

namespace Graph.Language.Analysis;

/// <summary>Runs parser and name finder over the tokens of a text, some sentences at a time.</summary>
internal sealed class ModelRunner(LanguageModels models)
{
    // Arcs cost the square of a sentence's length; what is longer is a list or a table and is parsed in pieces.
    private const int LongestPiece = 256;

    /// <summary>Fills the workspace's words and name scores from its tokens.</summary>
    public void Run(string text, AnalyzerWorkspace workspace)
    {
        var tokens = workspace.Tokens;
        workspace.Shape(tokens.Tokens.Length);
        workspace.Chunk.Clear();
        workspace.PieceStarts.Clear();
        foreach (var sentence in tokens.Sentences)
        {
            for (var first = sentence.First; first < sentence.End;)
            {
                var end = PieceEnd(text, tokens, sentence, first);
                AddPiece(text, workspace, first, end);
                first = end;
                if (workspace.Chunk.Rows >= SentenceChunk.FullRows)
                {
                    RunChunk(workspace);
                }
            }
        }

        RunChunk(workspace);
        foreach (var sentence in tokens.Sentences)
        {
            JoinPieces(text, tokens, sentence, workspace.Words);
        }
    }

    private void AddPiece(string text, AnalyzerWorkspace workspace, int first, int end)
    {
        var features = workspace.Chunk.Add(end - first);
        for (var i = first; i < end; i++)
        {
            var token = workspace.Tokens.Tokens[i];
            FeatureExtractor.Extract(
                text.AsSpan(token.Start, token.End - token.Start), models.Vectors, models.Parser.TableSizes,
                features.Slice((i - first) * FeatureExtractor.Count, FeatureExtractor.Count));
        }

        workspace.PieceStarts.Add(first);
    }

    private void RunChunk(AnalyzerWorkspace workspace)
    {
        var chunk = workspace.Chunk;
        if (chunk.Sentences.Length > 0)
        {
            var rows = workspace.Rows(chunk.Rows);
            var scores = workspace.RowScores(chunk.Rows);
            models.Parser.Parse(chunk, workspace.Parser, rows);
            models.Names.Score(chunk, workspace.Names, scores);
            for (var piece = 0; piece < chunk.Sentences.Length; piece++)
            {
                var (first, end) = chunk.Sentences[piece];
                var target = workspace.PieceStarts[piece];
                rows[first..end].CopyTo(workspace.Words[target..]);
                scores[(first * NameLabels.Count)..(end * NameLabels.Count)]
                    .CopyTo(workspace.NameScores[(target * NameLabels.Count)..]);
            }
        }

        chunk.Clear();
        workspace.PieceStarts.Clear();
    }

    // A dateline is a piece of its own, and so is every stretch of a sentence that is too long.
    private static int PieceEnd(string text, TokenBuffer tokens, SentenceRange sentence, int first)
    {
        var dateline = first == sentence.First ? Dateline.Length(text, tokens.Tokens[first..sentence.End]) : 0;
        return dateline > 0 ? first + dateline : Math.Min(first + LongestPiece, sentence.End);
    }

    // Heads count from the piece; the roots of a dateline and of later pieces hang from the root of the sentence.
    private void JoinPieces(string text, TokenBuffer tokens, SentenceRange sentence, Span<ParsedWord> words)
    {
        var piece = sentence.First;
        var end = PieceEnd(text, tokens, sentence, piece);
        if (end == sentence.End)
        {
            return;
        }

        var body = Dateline.Length(text, tokens.Tokens[piece..sentence.End]);
        var root = body;
        while (words[sentence.First + root].Head >= 0)
        {
            root++;
        }

        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (i == end)
            {
                (piece, end) = (end, PieceEnd(text, tokens, sentence, end));
            }

            if (words[i].Head >= 0)
            {
                words[i].Head += piece - sentence.First;
            }
            else if (i - sentence.First != root)
            {
                words[i].Head = root;
                words[i].Label = models.Parser.LooseLabel;
            }
        }
    }
}

using Graph.Language.Models;

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
            for (var first = sentence.First; first < sentence.End; first += LongestPiece)
            {
                AddPiece(text, workspace, first, Math.Min(first + LongestPiece, sentence.End));
                if (workspace.Chunk.Rows >= SentenceChunk.FullRows)
                {
                    RunChunk(workspace);
                }
            }
        }

        RunChunk(workspace);
        foreach (var sentence in tokens.Sentences)
        {
            if (sentence.End - sentence.First > LongestPiece)
            {
                JoinPieces(workspace.Words[sentence.First..sentence.End]);
            }
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

    // Heads count from the piece; roots of later pieces hang from the first root.
    private void JoinPieces(Span<ParsedWord> words)
    {
        var root = -1;
        for (var i = 0; i < words.Length; i++)
        {
            var piece = i / LongestPiece * LongestPiece;
            if (words[i].Head >= 0)
            {
                words[i].Head += piece;
            }
            else if (root < 0)
            {
                root = i;
            }
            else
            {
                words[i].Head = root;
                words[i].Label = models.Parser.LooseLabel;
            }
        }
    }
}

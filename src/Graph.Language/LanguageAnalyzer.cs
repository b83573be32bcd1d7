using System.Collections.Concurrent;
using System.Collections.Immutable;
using Graph.Language.Analysis;
using Graph.Language.Dates;
using Graph.Language.Gazetteer;
using Graph.Language.Lemmas;
using Graph.Language.Models;
using Graph.Language.Names;
using Graph.Language.Quantities;
using Graph.Language.Tokenisation;
using Graph.Model;

namespace Graph.Language;

/// <summary>Analyses text with the trained models: tokeniser, tagger and parser, name finder, then rules for lemmas, dates and quantities.</summary>
/// <remarks>May be shared between threads; each analysis under way holds a workspace of its own, which is kept for the next.</remarks>
public sealed class LanguageAnalyzer : ILanguageAnalyzer
{
    private readonly ConcurrentBag<AnalyzerWorkspace> workspaces = [];
    private readonly Tokeniser tokeniser = new();
    private readonly Lemmatiser lemmatiser = new();
    private readonly DateFinder dates = new();
    private readonly QuantityFinder quantities = new();
    private readonly NameFinder names = new(StateNames.Default, NameLexicon.Of(GazetteerReader.Read()));
    private readonly LanguageModels models;
    private readonly ModelRunner runner;

    public LanguageAnalyzer(LanguageModels models)
    {
        this.models = models;
        runner = new ModelRunner(models);
    }

    /// <inheritdoc/>
    public ParsedDocument Analyze(string text, DateOnly? date) => Analyze(text, date, tokeniser.Tokenise);

    /// <summary>Analyses text whose tokens and sentences are given: corpora come with theirs.</summary>
    /// <param name="tokenise">Fills the buffer.</param>
    internal ParsedDocument Analyze(string text, DateOnly? date, Action<string, TokenBuffer> tokenise)
    {
        var workspace = workspaces.TryTake(out var kept) ? kept : new AnalyzerWorkspace();
        tokenise(text, workspace.Tokens);
        runner.Run(text, workspace);
        names.Label(text, workspace);
        var ranges = workspace.Tokens.Sentences;
        var sentences = ImmutableArray.CreateBuilder<Sentence>(ranges.Length);
        for (var i = 0; i < ranges.Length; i++)
        {
            sentences.Add(SentenceOf(text, i, ranges[i], date, workspace));
        }

        workspaces.Add(workspace);
        return new ParsedDocument { Text = text, Date = date, Sentences = sentences.MoveToImmutable() };
    }

    private Sentence SentenceOf(string text, int index, SentenceRange range, DateOnly? date, AnalyzerWorkspace workspace)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(range.End - range.First);
        for (var i = range.First; i < range.End; i++)
        {
            var span = workspace.Tokens.Tokens[i].Span;
            var word = workspace.Words[i];
            var tag = models.Parser.Tags[word.Tag];
            var form = span.Of(text);
            tokens.Add(new Token(
                span, form, lemmatiser.Lemma(form, tag.Upos, tag.Xpos), tag.Upos, tag.Xpos, word.Head,
                models.Parser.Labels[word.Label]));
        }

        var finished = tokens.MoveToImmutable();
        var foundDates = dates.Find(finished.AsSpan(), date);
        return new Sentence
        {
            Index = index,
            Span = new TextSpan(finished[0].Span.Start, finished[^1].Span.End),
            Tokens = finished,
            Names = names.Find(text, range, workspace),
            Dates = foundDates,
            Quantities = quantities.Find(finished.AsSpan(), foundDates),
            DatelineLength = Dateline.Length(text, workspace.Tokens.Tokens[range.First..range.End]),
        };
    }
}

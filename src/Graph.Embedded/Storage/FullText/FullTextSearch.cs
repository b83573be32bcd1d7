using Graph.Embedded.Storage.Indexes;

namespace Graph.Embedded.Storage.FullText;

/// <summary>Evaluates a query against one version of a full-text index.</summary>
internal sealed class FullTextSearch
{
    private readonly GraphState _state;
    private readonly IndexData _index;
    private readonly Dictionary<string, int> _fields;
    private readonly Dictionary<int, FullTextDocument> _documents = [];

    private FullTextSearch(GraphState state, IndexData index, TokenTables tokens)
    {
        _state = state;
        _index = index;
        _fields = Enumerable.Range(0, index.Definition.Keys.Length)
            .ToDictionary(field => tokens.Keys.NameOf(index.Definition.Keys[field]), StringComparer.Ordinal);
    }

    /// <summary>Entities with their scores, best first; of equal scores the lower id first.</summary>
    /// <exception cref="StorageException">The query is no query.</exception>
    public static IReadOnlyList<(long Id, double Score)> Run(GraphState state, IndexData index, TokenTables tokens, string query)
    {
        var scores = new FullTextSearch(state, index, tokens).Evaluate(FullTextQueryParser.Parse(query));
        return [.. scores.Select(pair => (Id: (long)pair.Key, Score: pair.Value))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id)];
    }

    private Dictionary<int, double> Evaluate(FullTextQuery query) => query switch
    {
        BooleanQuery boolean => Combine(boolean),
        AllQuery => Constant(query.Boost, AllIds()),
        TermQuery term => OverFields(term.Field, field => ScoreTerm(field, term.Term, term.Boost)),
        PhraseQuery phrase => OverFields(phrase.Field, field => ScorePhrase(field, phrase)),
        WildcardQuery wildcard => OverFields(wildcard.Field, field => Constant(wildcard.Boost, Like(field, wildcard.Pattern))),
        TermRangeQuery range => OverFields(range.Field, field => Constant(range.Boost, Between(field, range))),
        FuzzyQuery fuzzy => OverFields(fuzzy.Field, field => ScoreFuzzy(field, fuzzy)),
        _ => [],
    };

    // A document must match what is required, or something where nothing is, and nothing that is forbidden.
    private Dictionary<int, double> Combine(BooleanQuery query)
    {
        Dictionary<int, double>? required = null;
        var optional = new Dictionary<int, double>();
        foreach (var clause in query.Clauses.Where(clause => clause.Occurrence != Occurrence.MustNot))
        {
            var scores = Evaluate(clause.Query);
            if (clause.Occurrence == Occurrence.Should)
            {
                Add(optional, scores);
            }
            else
            {
                required = required is null
                    ? scores
                    : required.Where(pair => scores.ContainsKey(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value + scores[pair.Key]);
            }
        }

        var result = required ?? optional;
        if (required is not null)
        {
            Add(required, optional.Where(pair => required.ContainsKey(pair.Key)).ToArray());
        }

        foreach (var clause in query.Clauses.Where(clause => clause.Occurrence == Occurrence.MustNot))
        {
            foreach (var id in Evaluate(clause.Query).Keys)
            {
                result.Remove(id);
            }
        }

        return Boosted(result, query.Boost);
    }

    private Dictionary<int, double> OverFields(string? field, Func<int, Dictionary<int, double>> score)
    {
        if (field is not null)
        {
            return _fields.TryGetValue(field, out var known) ? score(known) : [];
        }

        var sum = new Dictionary<int, double>();
        foreach (var each in _fields.Values)
        {
            Add(sum, score(each));
        }

        return sum;
    }

    private Dictionary<int, double> ScoreTerm(int field, string term, double boost)
    {
        int[] ids = [.. FullTextIndex.Postings(_index, field, term)];
        var weight = boost * Bm25.InverseDocumentFrequency(_index.Statistics!.Documents(field), ids.Length);
        var scores = new Dictionary<int, double>(ids.Length);
        foreach (var id in ids)
        {
            var terms = Document(id).Terms(field)!;
            scores[id] = weight * Frequency(field, terms, terms.Count(other => other == term));
        }

        return scores;
    }

    private Dictionary<int, double> ScorePhrase(int field, PhraseQuery phrase)
    {
        HashSet<int>? ids = null;
        double weight = 0;
        foreach (var term in phrase.Terms)
        {
            HashSet<int> postings = [.. FullTextIndex.Postings(_index, field, term)];
            weight += Bm25.InverseDocumentFrequency(_index.Statistics!.Documents(field), postings.Count);
            ids?.IntersectWith(postings);
            ids ??= postings;
        }

        var scores = new Dictionary<int, double>();
        foreach (var id in ids!)
        {
            var terms = Document(id).Terms(field)!;
            if (PhraseMatcher.Frequency(terms, phrase.Terms, phrase.Slop) is var frequency and > 0)
            {
                scores[id] = phrase.Boost * weight * Frequency(field, terms, frequency);
            }
        }

        return scores;
    }

    // A close term counts for less the further it is, as a share of the shorter word.
    private Dictionary<int, double> ScoreFuzzy(int field, FuzzyQuery fuzzy)
    {
        var scores = new Dictionary<int, double>();
        foreach (var term in FullTextIndex.Terms(_index, field, "").Select(entry => entry.Term).Distinct(StringComparer.Ordinal))
        {
            var distance = TermPattern.Distance(fuzzy.Term, term, fuzzy.Edits);
            if (distance <= fuzzy.Edits)
            {
                var closeness = 1 - ((double)distance / Math.Max(1, Math.Min(fuzzy.Term.Length, term.Length)));
                Add(scores, ScoreTerm(field, term, fuzzy.Boost * Math.Max(closeness, 0.01)));
            }
        }

        return scores;
    }

    private double Frequency(int field, List<string> terms, double frequency) =>
        Bm25.TermFrequency(frequency, terms.Count, _index.Statistics!.AverageLength(field));

    private IEnumerable<int> Like(int field, string pattern) =>
        FullTextIndex.Terms(_index, field, TermPattern.LiteralPrefix(pattern))
            .Where(entry => TermPattern.Matches(pattern, entry.Term)).Select(entry => entry.Id);

    private IEnumerable<int> Between(int field, TermRangeQuery range) =>
        FullTextIndex.Terms(_index, field, "").Where(entry =>
            (range.Lower is null || string.CompareOrdinal(entry.Term, range.Lower) >= (range.IncludesLower ? 0 : 1))
            && (range.Upper is null || string.CompareOrdinal(entry.Term, range.Upper) <= (range.IncludesUpper ? 0 : -1)))
            .Select(entry => entry.Id);

    private IEnumerable<int> AllIds() =>
        _fields.Values.SelectMany(field => FullTextIndex.Terms(_index, field, "").Select(entry => entry.Id));

    private FullTextDocument Document(int id)
    {
        if (!_documents.TryGetValue(id, out var document))
        {
            document = FullTextDocument.Read(_index.Definition, _state.PropertiesOf(_index.Definition.Entity, id))!;
            _documents[id] = document;
        }

        return document;
    }

    private static Dictionary<int, double> Constant(double score, IEnumerable<int> ids) =>
        ids.Distinct().ToDictionary(id => id, _ => score);

    private static void Add(Dictionary<int, double> sum, IEnumerable<KeyValuePair<int, double>> scores)
    {
        foreach (var (id, score) in scores)
        {
            sum[id] = sum.GetValueOrDefault(id) + score;
        }
    }

    private static Dictionary<int, double> Boosted(Dictionary<int, double> scores, double boost) =>
        boost == 1 ? scores : scores.ToDictionary(pair => pair.Key, pair => pair.Value * boost);
}

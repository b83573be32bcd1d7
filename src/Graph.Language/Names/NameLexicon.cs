using System.Collections.Frozen;
using Graph.Language.Gazetteer;
using Graph.Language.Tokenisation;

namespace Graph.Language.Names;

/// <summary>The names that the gazetteer knows, for matching against tokens.</summary>
internal sealed class NameLexicon
{
    private readonly FrozenDictionary<ulong, NameKind> kinds;
    private readonly FrozenDictionary<ulong, int> longest;

    private NameLexicon(Dictionary<ulong, NameKind> kinds, Dictionary<ulong, int> longest)
    {
        this.kinds = kinds.ToFrozenDictionary();
        this.longest = longest.ToFrozenDictionary();
    }

    /// <summary>Lists the names of states, organisations and places; a form of several is that of the first in this order.</summary>
    public static NameLexicon Of(GazetteerIndex gazetteer)
    {
        var builder = new Builder();
        builder.Add(gazetteer.States.SelectMany(state => state.Aliases.Prepend(state.Name)), NameKind.State);
        builder.Add(gazetteer.Organisations.SelectMany(Forms), NameKind.Organisation);
        builder.Add(gazetteer.Places.SelectMany(place => place.Aliases.Prepend(place.Name)), NameKind.Place);
        return builder.Build();
    }

    /// <summary>The longest name that begins at a token.</summary>
    /// <param name="tokens">The tokens of a sentence.</param>
    /// <param name="length">Tokens of the name; 0 where none begins here.</param>
    public NameKind Match(string text, ReadOnlySpan<TokenSpan> tokens, int first, out int length)
    {
        length = 0;
        var kind = default(NameKind);
        var hash = NameHash.OfQuietWord(tokens[first].Of(text));
        if (!longest.TryGetValue(hash, out var limit))
        {
            return kind;
        }

        for (var end = first + 1; ; end++)
        {
            if (kinds.TryGetValue(hash, out var found))
            {
                (kind, length) = (found, end - first);
            }

            if (end == tokens.Length || end - first == limit)
            {
                return kind;
            }

            hash = NameHash.Append(hash, NameHash.OfQuietWord(tokens[end].Of(text)));
        }
    }

    /// <summary>Whether a single word is a known name.</summary>
    public bool Knows(ulong word) => kinds.ContainsKey(word);

    private static IEnumerable<string> Forms(OrganisationEntry organisation) =>
        [organisation.Name, .. organisation.Acronyms, .. organisation.Aliases];

    private sealed class Builder
    {
        private readonly Dictionary<ulong, NameKind> kinds = [];
        private readonly Dictionary<ulong, int> longest = [];
        private readonly Tokeniser tokeniser = new();
        private readonly TokenBuffer buffer = new();

        public void Add(IEnumerable<string> names, NameKind kind)
        {
            foreach (var name in names)
            {
                // A single letter ("X") or a word in small letters says too little by itself.
                if (name.Length > 1 && char.IsUpper(name[0]))
                {
                    tokeniser.Tokenise(name, buffer);
                    kinds.TryAdd(NameHash.OfPhrase(name, buffer.Tokens), kind);
                    var first = NameHash.OfQuietWord(buffer.Tokens[0].Of(name));
                    longest[first] = Math.Max(buffer.Tokens.Length, longest.GetValueOrDefault(first));
                }
            }
        }

        public NameLexicon Build() => new(kinds, longest);
    }
}

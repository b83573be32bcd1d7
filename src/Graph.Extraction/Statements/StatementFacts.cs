using System.Collections.Immutable;
using Graph.Extraction.Attribution;
using Graph.Extraction.Certainties;
using Graph.Extraction.Entities;
using Graph.Extraction.Facts;
using Graph.Extraction.Mentions;
using Graph.Extraction.Syntax;
using Graph.Model;

namespace Graph.Extraction.Statements;

/// <summary>Makes statements of what is said: who says it, where it is published, what it is about.</summary>
internal sealed class StatementFacts(ArticleContext context, EntityTable entities, FactTable facts, AttributionMap attribution)
{
    private const int LongestText = 600;

    // "the evidence Israel says it has": what is said stands before the saying.
    private const int FewestWords = 3;

    /// <summary>Writes the statements of the article.</summary>
    public void Write()
    {
        foreach (var frame in attribution.Frames.SelectMany(frames => frames))
        {
            var speakers = Speakers(frame);
            if (!speakers.IsEmpty && !frame.IsNegated && !IsAsked(frame))
            {
                Write(frame, speakers);
            }
        }
    }

    // "Have the allies agreed that they are going to condemn it?": nobody says that they have.
    private bool IsAsked(SpeechFrame frame)
    {
        var syntax = context.Sentences[frame.Sentence];
        return syntax[syntax.Count - 1].Form == "?" && frame.Verb == syntax.Root && syntax.Children(frame.Verb) is var children
            && children.Any(child => syntax.Is(child, "aux") && child < syntax.Child(frame.Verb, "nsubj"));
    }

    private void Write(SpeechFrame frame, ImmutableArray<EntityDraft> speakers)
    {
        var syntax = context.Sentences[frame.Sentence];
        var (first, end) = Trimmed(syntax, ContentRange(syntax, frame));
        if (end - first < FewestWords)
        {
            return;
        }

        var text = NameText.OneLine(context.Text(frame.Sentence, first, end));
        var statement = entities.Add(new EntityDraft(EntityKind.Statement, text.Length <= LongestText ? text : text[..LongestText]));
        statement.Qualifier = syntax[first].Span.Start.ToString();
        statement.Properties["text"] = text;
        statement.Properties["quoteKind"] = QuoteKind(syntax, first, end);
        if (context.Article.Date is { } today)
        {
            statement.Properties["date"] = today.ToString("yyyy-MM-dd");
        }

        var mention = new TextMention
        {
            Sentence = frame.Sentence,
            First = first,
            End = end,
            Head = frame.Content,
            Form = MentionForm.Nominal,
            Kind = EntityKind.Statement,
            Rule = "statement." + frame.Cue.Effect,
        };
        statement.Add(mention, mention.Rule);
        foreach (var speaker in speakers)
        {
            var type = speaker.Properties.GetValueOrDefault("orgType") is "media" ? RelationshipTypes.Reported : RelationshipTypes.Said;
            Add(speaker, type, statement, frame);
        }

        WriteSubjects(syntax, statement, frame, first, end);
        WritePlatform(syntax, statement, frame, first, end);
    }

    private void WriteSubjects(SentenceSyntax syntax, EntityDraft statement, SpeechFrame frame, int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (entities.At(syntax.Index, token) is { } subject && subject.Kind is not (EntityKind.Statement or EntityKind.Office)
                && subject.Mentions.Any(linked => linked.Mention.Sentence == syntax.Index && linked.Mention.Head == token && linked.Mention.Form != MentionForm.Pronoun))
            {
                Add(statement, RelationshipTypes.About, subject, frame);
            }
        }
    }

    // "said on the X platform", "in a statement on Telegram", but not "said Telegram must remove the posts".
    private void WritePlatform(SentenceSyntax syntax, EntityDraft statement, SpeechFrame frame, int first, int end)
    {
        var speech = syntax.Extent(frame.Verb);
        for (var token = speech.First; token < speech.End; token++)
        {
            if ((token < first || token >= end) && entities.At(syntax.Index, token) is { Kind: EntityKind.Organisation } platform
                && platform.Properties.GetValueOrDefault("orgType") is "platform" && IsMedium(syntax, token))
            {
                Add(statement, RelationshipTypes.PublishedOn, platform, frame);
                return;
            }
        }
    }

    // "via Telegram", "on his Telegram channel".
    private static bool IsMedium(SentenceSyntax syntax, int platform) =>
        syntax.Preposition(platform) is "on" or "via" or "through" or "over"
        || (syntax.Is(platform, "compound") && syntax.Preposition(syntax.Head(platform)) is "on" or "via" or "through" or "over" or "in");

    private ImmutableArray<EntityDraft> Speakers(SpeechFrame frame)
    {
        var named = frame.Speakers.Where(speaker => speaker.Kind.IsActor()).ToImmutableArray();
        return named.IsEmpty && frame.SpeakerTokens.Length > 0 ? [.. frame.SpeakerTokens.Select(token => Anonymous(frame, token)).OfType<EntityDraft>()] : named;
    }

    // "people familiar with the matter", "a Western diplomat": a source that the text does not name.
    private EntityDraft? Anonymous(SpeechFrame frame, int token)
    {
        var syntax = context.Sentences[frame.Sentence];
        if (syntax[token].Upos != "NOUN")
        {
            return null;
        }

        var (first, end) = syntax.Extent(token);
        while (first < token && (syntax[first].Upos is "ADP" or "CCONJ" or "PUNCT" || syntax.Lemma(first) is "accord" or "according"))
        {
            first++;
        }

        var name = NameText.OneLine(context.Text(frame.Sentence, first, end)).TrimEnd(',', '.');
        var source = entities.Add(new EntityDraft(EntityKind.Source, name) { Qualifier = syntax[first].Span.Start.ToString() });
        source.Properties["description"] = name;
        var mention = new TextMention
        {
            Sentence = frame.Sentence,
            First = first,
            End = end,
            Head = token,
            Form = MentionForm.Nominal,
            Kind = EntityKind.Source,
            Rule = "source.anonymous",
        };
        entities.Link(mention, source, mention.Rule);
        return source;
    }

    private string QuoteKind(SentenceSyntax syntax, int first, int end)
    {
        var quoted = Enumerable.Range(first, end - first).Count(token => QuotationReader.At(attribution.Quotations, syntax, token) is not null);
        return quoted == 0 ? "paraphrase" : quoted >= (end - first) - 3 ? "quote" : "mixed";
    }

    // "said: “The border is closed.”": neither the colon nor the comma before the saying is said.
    private static (int First, int End) Trimmed(SentenceSyntax syntax, (int First, int End) range)
    {
        var (first, end) = range;
        while (first < end && syntax[first].Form is ":" or "," or "–" or "—" or "-")
        {
            first++;
        }

        while (end > first && (syntax[end - 1].Form is "," or ":" or "–" or "—" || (syntax[end - 1].Form == "." && end == syntax.Count)))
        {
            end--;
        }

        return (first, end);
    }

    private static (int First, int End) ContentRange(SentenceSyntax syntax, SpeechFrame frame)
    {
        var (first, end) = syntax.Extent(frame.Content);
        var speech = syntax.Extent(frame.Verb);

        // Where the saying hangs inside what is said, the longer side of it is the statement.
        if (speech.First >= first && speech.First < end && syntax.IsAncestor(frame.Content, frame.Verb))
        {
            return speech.First - first >= end - speech.End ? (first, speech.First) : (speech.End, end);
        }

        return (first, end);
    }

    private void Add(EntityDraft from, string type, EntityDraft to, SpeechFrame frame) =>
        facts.Add(from, type, to, frame.Sentence, frame.Verb, "statement." + frame.Cue.Word, CertaintyReading.Asserted);
}

using Graph.Extraction;
using Graph.Language;
using Graph.Language.Models;
using Graph.Worker.Configuration;

namespace Graph.Worker.Pipeline;

/// <summary>Makes the extractor with the built-in models and the configured lexicon.</summary>
internal static class ExtractorFactory
{
    /// <exception cref="ConfigurationException">The lexicon has faults; every one is listed.</exception>
    public static IExtractor Create(ExtractionOptions options, StageClock clock)
    {
        var lexicon = string.IsNullOrEmpty(options.Lexicon) ? null : options.Lexicon;
        if (lexicon is not null && !Directory.Exists(lexicon))
        {
            throw new ConfigurationException([$"Graph:Extraction:Lexicon {lexicon} is no folder: name one with files like those of seeds/lexicon."]);
        }

        try
        {
            // Models and lexicon are read side by side: one article is extracted in little more time than that takes.
            var analyzer = Task.Run(() => new LanguageAnalyzer(LanguageModels.Load()));
            var extractor = RuleExtractor.Create(new MeasuredAnalyzer(analyzer, clock), lexicon);
            analyzer.GetAwaiter().GetResult();
            return extractor;
        }
        catch (InvalidDataException exception)
        {
            throw new ConfigurationException([exception.Message]);
        }
    }
}

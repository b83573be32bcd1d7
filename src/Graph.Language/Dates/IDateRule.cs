namespace Graph.Language.Dates;

/// <summary>A family of date expressions.</summary>
internal interface IDateRule
{
    /// <summary>What begins at token <paramref name="i"/>; null where nothing of this family does.</summary>
    DateMatch? Match(in DateContext context, int i);
}

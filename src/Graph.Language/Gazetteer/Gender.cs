namespace Graph.Language.Gazetteer;

/// <summary>What a given name tells about its bearer.</summary>
public enum Gender
{
    /// <summary>Given to both, or not known.</summary>
    Unknown,
    Male,
    Female,
}

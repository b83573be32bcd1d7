namespace Graph.Model;

/// <summary>Node labels of the ontology.</summary>
public static class Labels
{
    public const string Entity = "Entity";
    public const string Person = "Person";
    public const string State = "State";
    public const string Organisation = "Organisation";
    public const string Office = "Office";
    public const string Place = "Place";
    public const string Event = "Event";
    public const string Meeting = "Meeting";
    public const string Trip = "Trip";
    public const string Attack = "Attack";
    public const string Conflict = "Conflict";
    public const string Action = "Action";
    public const string Agreement = "Agreement";
    public const string Policy = "Policy";
    public const string Statement = "Statement";
    public const string Source = "Source";
    public const string Article = "Article";
    public const string Sentence = "Sentence";
    public const string Mention = "Mention";
    public const string Evidence = "Evidence";
}

using Graph.Model;

namespace Graph.Store.Conformance.Samples;

/// <summary>Articles drawn from a small world, so that names, states and meetings meet again and again.</summary>
public static class RandomDocuments
{
    private static readonly (string Name, string? State, string[] Aliases)[] People =
    [
        ("Ana Silva", "BRA", ["Silva"]), ("Ben Silva", "PRT", []), ("Silva", null, []), ("Volodymyr Zelensky", "UKR", ["Zelensky"]),
        ("Volodymyr Zelenskyy", "UKR", []), ("Zelenskiy", null, []), ("Carl M. Berg", "SWE", []), ("Carl Berg", "SWE", ["Berg"]), ("Berg", null, []),
    ];

    private static readonly (string Iso3, string Name)[] States = [("BRA", "Brazil"), ("PRT", "Portugal"), ("UKR", "Ukraine"), ("SWE", "Sweden")];
    private static readonly string[] Dates = ["2031-05-01", "2031-05-02", "2031-05", "2031-05-01/2031-05-03"];
    private static readonly string[] Descriptions = ["minister", "envoy"];
    private static readonly string[] Cities = ["Lisbon", "Kyiv"];

    /// <summary>The document of a number: equal numbers give equal documents.</summary>
    public static GraphDocument Of(int number, int version = 0)
    {
        // Reproducible: the number is the seed.
        var random = new Random((number * 7919) + version);
        var builder = new DocumentBuilder($"Article {number}", random.Next(4) == 0 ? null : $"2031-05-{random.Next(1, 9):00}");
        var people = random.GetItems(People, 3).DistinctBy(person => person.Name).ToList();
        foreach (var (name, state, aliases) in people)
        {
            var person = builder.Person(name, aliases);
            if (state is not null && random.Next(3) > 0)
            {
                builder.Fact(person, RelationshipTypes.Represents, builder.State(state, States.First(known => known.Iso3 == state).Name));
            }

            if (random.Next(2) == 0)
            {
                builder.Property(person, "description", Descriptions[random.Next(Descriptions.Length)]);
                builder.Property(person, "knownFor", builder.Person(people[random.Next(people.Count)].Name));
            }
        }

        AddMeeting(builder, random, [.. people.Select(person => builder.Person(person.Name))]);
        if (random.Next(2) == 0)
        {
            var body = random.Next(3) switch
            {
                0 => builder.Organisation("World Food Programme", "WFP"),
                1 => builder.Organisation("World food programme"),
                _ => builder.Organisation("WFP"),
            };
            builder.Fact(builder.Person(people[0].Name), RelationshipTypes.MemberOf, body);
        }

        return builder.Build();
    }

    private static void AddMeeting(DocumentBuilder builder, Random random, string[] people)
    {
        var meeting = builder.Event(Labels.Meeting, "Talks", Dates[random.Next(Dates.Length)], ("status", random.Next(2) == 0 ? "planned" : "held"));
        var sides = random.GetItems(States, 3).Distinct().Select(state => builder.State(state.Iso3, state.Name)).ToList();
        builder.Parties(meeting, [.. sides.Select(state => (state, (string?)null)), (people[0], sides[0])]);
        if (random.Next(2) == 0)
        {
            builder.Fact(meeting, RelationshipTypes.TookPlaceIn, builder.Place(Cities[random.Next(2)]));
        }

        if (people.Length > 1)
        {
            builder.Fact(people[0], RelationshipTypes.MetWith, people[1], ("derived", true), ("via", meeting));
        }
    }
}

using System.Reflection;
using System.Runtime.CompilerServices;

namespace Graph.Architecture.Tests;

public sealed class TypeDesignTests
{
    private static readonly string[] AssemblyNames =
    [
        "Graph.Model", "Graph.Language", "Graph.Extraction", "Graph.Store", "Graph.Neo4j", "Graph.Embedded",
        "Graph.Training", "Graph.Worker",
    ];

    public static TheoryData<string> Assemblies => [.. AssemblyNames];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void a_class_is_sealed_abstract_or_inherited_from(string assembly)
    {
        var types = Own(assembly).ToArray();
        var inherited = types.Select(type => type.BaseType).OfType<Type>()
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();

        var open = types.Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && !inherited.Contains(type));

        Assert.Empty(open.Select(type => type.FullName));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void a_cancellation_token_comes_last(string assembly)
    {
        var offenders = Own(assembly).Where(type => type.IsPublic)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !typeof(Delegate).IsAssignableFrom(method.DeclaringType))
            .Where(method => method.GetParameters() is { Length: > 0 } parameters
                && Array.FindIndex(parameters, parameter => parameter.ParameterType == typeof(CancellationToken)) is var index
                && index >= 0 && index != parameters.Length - 1);

        Assert.Empty(offenders.Select(method => $"{method.DeclaringType}.{method.Name}"));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void no_static_field_can_be_written_after_start(string assembly)
    {
        var offenders = Own(assembly)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral
                && field.GetCustomAttribute<CompilerGeneratedAttribute>() is null
                && field.GetCustomAttribute<ThreadStaticAttribute>() is null);

        Assert.Empty(offenders.Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    private static IEnumerable<Type> Own(string assembly) => Assembly.Load(assembly).GetTypes()
        .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.Name.Contains('<', StringComparison.Ordinal)
            && type.DeclaringType?.Name.Contains('<', StringComparison.Ordinal) != true && type.Name != "Program");
}

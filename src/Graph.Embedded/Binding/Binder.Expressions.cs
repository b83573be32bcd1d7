using Graph.Embedded.Execution;
using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Values;

namespace Graph.Embedded.Binding;

internal sealed partial class Binder
{
    private const TypeSet HasProperties = TypeSet.Map | TypeSet.Node | TypeSet.Relationship | TypeSet.Point | TypeSet.Duration | TypeSet.Temporal;

    /// <summary>Binds a predicate: it must be able to be true, and patterns may stand in it.</summary>
    private Expression BindPredicate(ExpressionSyntax syntax) => Require(Bind(syntax, isPredicate: true), TypeSet.Boolean);

    /// <param name="isPredicate">Whether only its truth is wanted, so that a pattern stands for its existence.</param>
    private Expression Bind(ExpressionSyntax syntax, bool isPredicate = false) => syntax switch
    {
        LiteralSyntax literal => new ConstantExpression(literal.Span, literal.Value),
        ParameterSyntax parameter => new ParameterExpression(parameter.Span, parameter.Name, ParameterIndex(parameter.Name)),
        VariableSyntax variable => BindVariable(variable),
        PropertySyntax property => BindProperty(property),
        IndexSyntax index => BindIndex(index),
        SliceSyntax slice => BindSlice(slice),
        LabelPredicateSyntax labels => BindLabelPredicate(labels),
        UnarySyntax unary => BindUnary(unary),
        BinarySyntax binary => BindBinary(binary),
        JunctionSyntax junction => new JunctionExpression(
            junction.Span, junction.Operator == BinaryOperator.And, [.. junction.Operands.Select(BindPredicate)]),
        ComparisonChainSyntax chain => BindChain(chain),
        TypePredicateSyntax type => new TypePredicateExpression(type.Span, Bind(type.Target), new TypeTest(type.Type), type.IsNegated),
        NormalizedPredicateSyntax normalized => new NormalizedExpression(
            normalized.Span, Bind(normalized.Target), normalized.Form, normalized.IsNegated),
        FunctionCallSyntax call => BindCall(call),
        TrimSyntax trim => new TrimExpression(
            trim.Span, trim.Side, trim.Character is null ? null : Require(Bind(trim.Character), TypeSet.String),
            Require(Bind(trim.Text), TypeSet.String)),
        CountStarSyntax star => BindAggregate(new AggregateExpression(star.Span, AggregateFunction.CountStar, null, null, false)),
        CaseSyntax @case => BindCase(@case),
        CaseOperandSyntax => new SymbolExpression(syntax.Span, _caseOperands.Peek()),
        PartialPredicateSyntax partial => Bind(partial.Predicate),
        _ => BindStructure(syntax, isPredicate),
    };

    private Expression BindStructure(ExpressionSyntax syntax, bool isPredicate) => syntax switch
    {
        ListSyntax list => new ListExpression(list.Span, [.. list.Items.Select(item => Bind(item))]),
        MapSyntax map => BindMap(map),
        MapProjectionSyntax projection => BindMapProjection(projection),
        ListComprehensionSyntax comprehension => BindListComprehension(comprehension),
        QuantifierSyntax quantifier => BindQuantifier(quantifier),
        ReduceSyntax reduce => BindReduce(reduce),
        SubquerySyntax subquery => BindSubquery(subquery),
        PatternComprehensionSyntax comprehension => BindPatternComprehension(comprehension),
        PatternExpressionSyntax pattern => isPredicate ? BindPatternPredicate(pattern) : throw MisplacedPattern(pattern.Span),
        ShortestPathSyntax path => BindShortestPathExpression(path),
        _ => throw _source.Error(syntax.Span.Start, "This expression is not supported"),
    };

    private CypherException MisplacedPattern(SourceSpan span) => _source.Error(
        span.Start,
        "A pattern expression should only be used in order to test the existence of a pattern. It should therefore only be used in contexts "
        + "that evaluate to a boolean, e.g. inside the function exists() or in a WHERE-clause. No other uses are allowed, instead they should "
        + "be replaced by a pattern comprehension.");

    private SymbolExpression BindVariable(VariableSyntax variable) => Find(variable.Name) is { } symbol
        ? new SymbolExpression(variable.Span, symbol)
        : throw (_hiddenByProjection?.Contains(variable.Name) == true
            ? _source.Error(
                variable.Span.Start,
                "In a WITH/RETURN with DISTINCT or an aggregation, it is not possible to access variables declared before the WITH/RETURN: "
                + variable.Name)
            : _source.NotDefined(variable.Span, variable.Name));

    /// <summary>The expression, if it may be of one of the types or null.</summary>
    private Expression Require(Expression expression, TypeSet types) => expression.Type.MayBe(types) || expression.Type.Kinds == TypeSet.None
        ? expression
        : throw _source.Mismatch(expression.Span, types, expression.Type);

    private TokenName Key(string name) => new(name, _tokens.Keys);

    private PropertyExpression BindProperty(PropertySyntax property) =>
        new(property.Span, Require(Bind(property.Target), HasProperties), Key(property.Key));

    private IndexExpression BindIndex(IndexSyntax syntax)
    {
        var target = Bind(syntax.Target);
        var index = Bind(syntax.Index);
        if (target.Type.MayBe(TypeSet.List) && !target.Type.MayBe(TypeSet.Map | TypeSet.Node | TypeSet.Relationship) && !index.Type.MayBe(TypeSet.Integer))
        {
            throw _source.Error(index.Span.Start, $"Type mismatch: list index must be given as Integer, but was {index.Type}");
        }

        if (target.Type.MayBe(TypeSet.Map) && target.Type.IsOnly(TypeSet.Map | TypeSet.Node | TypeSet.Relationship) && !index.Type.MayBe(TypeSet.String))
        {
            throw _source.Error(index.Span.Start, $"Type mismatch: map key must be given as String, but was {index.Type}");
        }

        const TypeSet Keyed = TypeSet.Map | TypeSet.Node | TypeSet.Relationship;
        Require(target, index.Type.IsOnly(TypeSet.Integer) ? TypeSet.List | Keyed : TypeSet.List | (HasProperties & ~TypeSet.Point), index.Type.IsOnly(TypeSet.Integer) ? TypeSet.List : TypeSet.List | HasProperties);
        return new IndexExpression(syntax.Span, target, index);
    }

    private void Require(Expression expression, TypeSet types, TypeSet named)
    {
        if (!expression.Type.MayBe(types) && expression.Type.Kinds != TypeSet.None)
        {
            throw _source.Mismatch(expression.Span, named, expression.Type);
        }
    }

    private SliceExpression BindSlice(SliceSyntax slice) => new(
        slice.Span, Require(Bind(slice.Target), TypeSet.List),
        slice.From is null ? null : Require(Bind(slice.From), TypeSet.Integer),
        slice.To is null ? null : Require(Bind(slice.To), TypeSet.Integer));

    private LabelExpression BindLabelPredicate(LabelPredicateSyntax syntax)
    {
        var target = Require(Bind(syntax.Target), TypeSet.Node | TypeSet.Relationship);
        if (HasDynamicLabel(syntax.Labels))
        {
            throw _source.Error(
                syntax.Labels.Span.Start, "Dynamic Label and Types are only allowed in MATCH, CREATE, MERGE, SET and REMOVE clauses.");
        }

        return new LabelExpression(syntax.Span, target, BindLabelTest(syntax.Labels, target.Type.IsOnly(TypeSet.Relationship)));
    }

    private static bool HasDynamicLabel(LabelExpressionSyntax labels) => labels switch
    {
        DynamicLabelSyntax => true,
        LabelNotSyntax negation => HasDynamicLabel(negation.Operand),
        LabelAndSyntax all => all.Operands.Any(HasDynamicLabel),
        LabelOrSyntax any => any.Operands.Any(HasDynamicLabel),
        _ => false,
    };

    private LabelTest BindLabelTest(LabelExpressionSyntax labels, bool isType) => labels switch
    {
        LabelNameSyntax name when isType => new LabelTest.Named(new TokenName(name.Name, _tokens.Types)),
        LabelNameSyntax name => new LabelTest.Named(new TokenName(name.Name, _tokens.Labels)),
        LabelWildcardSyntax => new LabelTest.Wildcard(),
        LabelNotSyntax negation => new LabelTest.Not(BindLabelTest(negation.Operand, isType)),
        LabelAndSyntax all => new LabelTest.And([.. all.Operands.Select(operand => BindLabelTest(operand, isType))]),
        LabelOrSyntax any => new LabelTest.Or([.. any.Operands.Select(operand => BindLabelTest(operand, isType))]),
        DynamicLabelSyntax dynamic => new LabelTest.Dynamic(Bind(dynamic.Expression), dynamic.IsAny, isType),
        _ => throw _source.Error(labels.Span.Start, "This label expression is not supported"),
    };

    private Expression BindUnary(UnarySyntax unary) => unary.Operator switch
    {
        UnaryOperator.Not => new NotExpression(unary.Span, BindPredicate(unary.Operand)),
        UnaryOperator.IsNull or UnaryOperator.IsNotNull => new NullTestExpression(
            unary.Span, unary.Operator == UnaryOperator.IsNotNull, Bind(unary.Operand)),
        UnaryOperator.Minus when unary.Operand is LiteralSyntax { Value: { Kind: ValueKind.Float } number } =>
            new ConstantExpression(unary.Span, Value.Of(-number.AsFloat)),
        _ => new SignExpression(
            unary.Span, unary.Operator == UnaryOperator.Minus, Require(Bind(unary.Operand), TypeSet.Number)),
    };

    private Expression BindBinary(BinarySyntax binary)
    {
        if (binary.Operator == BinaryOperator.Xor)
        {
            return new XorExpression(binary.Span, BindPredicate(binary.Left), BindPredicate(binary.Right));
        }

        var left = Bind(binary.Left);
        var right = Bind(binary.Right);
        switch (binary.Operator)
        {
            case BinaryOperator.In:
                return new InExpression(binary.Span, left, Require(right, TypeSet.List));
            case BinaryOperator.StartsWith or BinaryOperator.EndsWith or BinaryOperator.Contains:
                // What is not a string matches nothing: Neo4j takes any type here.
                return new TextMatchExpression(binary.Span, binary.Operator, left, right);
            case BinaryOperator.RegexMatch:
                return new RegexExpression(binary.Span, Require(left, TypeSet.String), Require(right, TypeSet.String));
            case >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual:
                return new ComparisonExpression(binary.Span, binary.Operator, left, right);
            case BinaryOperator.Divide when ConstantFolding.NumberOf(left) is { Kind: ValueKind.Float } number
                && ConstantFolding.NumberOf(right) is { Kind: ValueKind.Integer, AsInteger: 0 }:
                // Of literals Neo4j takes the quotient of floats: 1.0 / 0 is infinite.
                return new ConstantExpression(binary.Span, Value.Of(number.AsFloat / 0.0));
            default:
                return new ArithmeticExpression(
                    binary.Span, binary.Operator, left, right, ArithmeticTyping.ResultOf(_source, binary.Operator, left, right));
        }
    }

    private JunctionExpression BindChain(ComparisonChainSyntax chain)
    {
        var operands = chain.Operands.Select(operand => Bind(operand)).ToArray();
        return new JunctionExpression(
            chain.Span, true,
            [.. chain.Operators.Select((@operator, i) => new ComparisonExpression(chain.Span, @operator, operands[i], operands[i + 1]))]);
    }

    private readonly Stack<Symbol> _caseOperands = new();

    private CaseExpression BindCase(CaseSyntax syntax)
    {
        var operand = syntax.Operand is null ? null : Bind(syntax.Operand);
        var symbol = operand is null ? null : _slots.CreateHidden("case", StaticType.Any);
        if (symbol is not null)
        {
            _caseOperands.Push(symbol);
        }

        var branches = syntax.Branches.Select(branch => new CaseBranch(
            [.. branch.Conditions.Select(condition => BindCondition(condition, symbol))], Bind(branch.Result))).ToArray();
        if (symbol is not null)
        {
            _caseOperands.Pop();
        }

        return new CaseExpression(syntax.Span, operand, symbol, branches, syntax.Else is null ? null : Bind(syntax.Else));
    }

    private Expression BindCondition(ExpressionSyntax condition, Symbol? operand) => operand is null
        ? BindPredicate(condition)
        : condition is PartialPredicateSyntax partial
            ? Bind(partial.Predicate)
            : new ComparisonExpression(
                condition.Span, BinaryOperator.Equal, new SymbolExpression(condition.Span, operand), Bind(condition));
}

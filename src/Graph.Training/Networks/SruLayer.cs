using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Graph.Training.Networks;

/// <summary>A bidirectional layer of simple recurrent units: all matrix products run over the whole text, only an elementwise scan is sequential.</summary>
/// <remarks>
/// For each direction, with u = W·x: f = σ(u_f + v_f·c' + b_f), r = σ(u_r + v_r·c' + b_r),
/// c = f·c' + (1 − f)·u_x, h = r·c + (1 − r)·s, where c' is the state before and s the input itself
/// or, where the widths differ, a projection of it.
/// </remarks>
public sealed class SruLayer
{
    private readonly int hidden;
    private readonly int parts;
    private readonly LinearLayer projection;
    private readonly Parameter gates;
    private readonly Matrix state;
    private readonly Matrix forget;
    private readonly Matrix reset;
    private readonly Matrix projectionGradient;

    /// <param name="hidden">Width of each direction; a multiple of <see cref="Matrix.Lane"/>.</param>
    public SruLayer(ParameterSet parameters, string name, int inputs, int hidden)
    {
        this.hidden = hidden;
        parts = inputs == 2 * hidden ? 3 : 4;
        projection = new LinearLayer(parameters, name + ".projection", inputs, 2 * parts * hidden, hasBias: false);
        gates = parameters.Add(name + ".gates", 8, hidden, 0);
        state = new Matrix(0, 2 * hidden);
        forget = new Matrix(0, 2 * hidden);
        reset = new Matrix(0, 2 * hidden);
        projectionGradient = new Matrix(0, 2 * parts * hidden);
        Output = new Matrix(0, 2 * hidden);
    }

    public Matrix Output { get; }

    /// <param name="starts">Where each sentence starts, then the number of words in all.</param>
    public Matrix Forward(Matrix input, ReadOnlySpan<int> starts)
    {
        var projected = projection.Forward(input);
        foreach (var matrix in (ReadOnlySpan<Matrix>)[state, forget, reset, Output])
        {
            matrix.SetRows(input.Rows);
        }

        for (var sentence = 0; sentence + 1 < starts.Length; sentence++)
        {
            for (var direction = 0; direction < 2; direction++)
            {
                Scan(projected, input, starts[sentence], starts[sentence + 1], direction);
            }
        }

        return Output;
    }

    public void Backward(Matrix input, Matrix outputGradient, Matrix inputGradient, ReadOnlySpan<int> starts)
    {
        projectionGradient.SetRows(input.Rows);
        inputGradient.SetRows(input.Rows);
        if (parts == 3)
        {
            inputGradient.Clear();
        }

        for (var sentence = 0; sentence + 1 < starts.Length; sentence++)
        {
            for (var direction = 0; direction < 2; direction++)
            {
                ScanBack(input, outputGradient, inputGradient, starts[sentence], starts[sentence + 1], direction);
            }
        }

        projection.Backward(input, projectionGradient, inputGradient, accumulate: parts == 3);
    }

    private static Vector512<float> Load(ReadOnlySpan<float> row, int column) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(row), (nuint)column);

    private static void Store(Vector512<float> value, Span<float> row, int column) =>
        value.StoreUnsafe(ref MemoryMarshal.GetReference(row), (nuint)column);

    private void Scan(Matrix projected, Matrix input, int start, int end, int direction)
    {
        var step = direction == 0 ? 1 : -1;
        var first = direction == 0 ? start : end - 1;
        var offset = direction * parts * hidden;
        var skip = parts == 4 ? offset + (3 * hidden) : direction * hidden;
        var own = direction * hidden;
        for (var column = 0; column < hidden; column += Matrix.Lane)
        {
            var forgetWeight = Load(gates.Value.PaddedRow(direction * 4), column);
            var resetWeight = Load(gates.Value.PaddedRow((direction * 4) + 1), column);
            var forgetBias = Load(gates.Value.PaddedRow((direction * 4) + 2), column);
            var resetBias = Load(gates.Value.PaddedRow((direction * 4) + 3), column);
            var cell = Vector512<float>.Zero;
            for (int row = first, count = end - start; count > 0; row += step, count--)
            {
                var u = projected.PaddedRow(row);
                var f = Vectors.Sigmoid(Load(u, offset + hidden + column) + (forgetWeight * cell) + forgetBias);
                var r = Vectors.Sigmoid(Load(u, offset + (2 * hidden) + column) + (resetWeight * cell) + resetBias);
                var x = Load(u, offset + column);
                cell = x + (f * (cell - x));
                var through = Load(parts == 4 ? u : input.PaddedRow(row), skip + column);
                Store(f, forget.PaddedRow(row), own + column);
                Store(r, reset.PaddedRow(row), own + column);
                Store(cell, state.PaddedRow(row), own + column);
                Store(through + (r * (cell - through)), Output.PaddedRow(row), own + column);
            }
        }
    }

    private void ScanBack(
        Matrix input, Matrix outputGradient, Matrix inputGradient, int start, int end, int direction)
    {
        var step = direction == 0 ? 1 : -1;
        var first = direction == 0 ? start : end - 1;
        var last = direction == 0 ? end - 1 : start;
        var offset = direction * parts * hidden;
        var skip = parts == 4 ? offset + (3 * hidden) : direction * hidden;
        var own = direction * hidden;
        for (var column = 0; column < hidden; column += Matrix.Lane)
        {
            var forgetWeight = Load(gates.Value.PaddedRow(direction * 4), column);
            var resetWeight = Load(gates.Value.PaddedRow((direction * 4) + 1), column);
            var forgetWeightGradient = Vector512<float>.Zero;
            var resetWeightGradient = Vector512<float>.Zero;
            var forgetBiasGradient = Vector512<float>.Zero;
            var resetBiasGradient = Vector512<float>.Zero;
            var cellGradient = Vector512<float>.Zero;
            for (int row = last, count = end - start; count > 0; row -= step, count--)
            {
                var u = projection.Output.PaddedRow(row);
                var f = Load(forget.PaddedRow(row), own + column);
                var r = Load(reset.PaddedRow(row), own + column);
                var cell = Load(state.PaddedRow(row), own + column);
                var before = row == first ? Vector512<float>.Zero : Load(state.PaddedRow(row - step), own + column);
                var x = Load(u, offset + column);
                var through = Load(parts == 4 ? u : input.PaddedRow(row), skip + column);
                var h = Load(outputGradient.PaddedRow(row), own + column);

                var throughGradient = h * (Vector512<float>.One - r);
                var resetGradient = h * (cell - through) * r * (Vector512<float>.One - r);
                cellGradient += h * r;
                var forgetGradient = cellGradient * (before - x) * f * (Vector512<float>.One - f);

                var gradient = projectionGradient.PaddedRow(row);
                Store(cellGradient * (Vector512<float>.One - f), gradient, offset + column);
                Store(forgetGradient, gradient, offset + hidden + column);
                Store(resetGradient, gradient, offset + (2 * hidden) + column);
                Store(throughGradient, parts == 4 ? gradient : inputGradient.PaddedRow(row), skip + column);

                forgetWeightGradient += forgetGradient * before;
                resetWeightGradient += resetGradient * before;
                forgetBiasGradient += forgetGradient;
                resetBiasGradient += resetGradient;
                cellGradient = (cellGradient * f) + (forgetGradient * forgetWeight) + (resetGradient * resetWeight);
            }

            Accumulate(forgetWeightGradient, direction * 4, column);
            Accumulate(resetWeightGradient, (direction * 4) + 1, column);
            Accumulate(forgetBiasGradient, (direction * 4) + 2, column);
            Accumulate(resetBiasGradient, (direction * 4) + 3, column);
        }
    }

    private void Accumulate(Vector512<float> gradient, int row, int column)
    {
        var target = gates.Gradient.PaddedRow(row);
        Store(Load(target, column) + gradient, target, column);
    }
}

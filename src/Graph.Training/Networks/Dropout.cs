namespace Graph.Training.Networks;

/// <summary>Sets a share of the elements to zero and scales the rest up, so that the expectation stays.</summary>
public sealed class Dropout(float rate)
{
    private readonly uint threshold = (uint)(rate * 256);
    private byte[] mask = [];

    private float Scale => 256f / (256 - threshold);

    /// <summary>Draws a mask and applies it in place.</summary>
    public void Forward(Matrix values, SeededRandom random)
    {
        if (threshold == 0)
        {
            return;
        }

        var data = values.Data;
        if (mask.Length < data.Length)
        {
            mask = new byte[data.Length * 2];
        }

        for (var i = 0; i < data.Length; i += 8)
        {
            var bits = random.NextBits();
            for (var j = 0; j < 8; j++)
            {
                mask[i + j] = (byte)(((uint)(bits >> (8 * j)) & 255) < threshold ? 0 : 1);
            }
        }

        Apply(data);
    }

    /// <summary>Applies the drawn mask to the gradient in place.</summary>
    public void Backward(Matrix gradient)
    {
        if (threshold > 0)
        {
            Apply(gradient.Data);
        }
    }

    private void Apply(Span<float> data)
    {
        var scale = Scale;
        var keep = mask.AsSpan(0, data.Length);
        for (var i = 0; i < data.Length; i++)
        {
            data[i] *= keep[i] * scale;
        }
    }
}

using Graph.Language.Models;

namespace Graph.Training.Networks;

/// <summary>Encodes the words of sentences: input, linear, window, recurrent layers. Layers can be run in two parts, so that a head may stand between.</summary>
internal sealed class Encoder
{
    private readonly InputLayer input;
    private readonly LinearLayer linear;
    private readonly WindowLayer window;
    private readonly SruLayer[] layers;
    private readonly Dropout[] dropouts;
    private readonly Matrix inputGradient;
    private readonly Matrix windowGradient;
    private readonly Matrix[] layerInputs;
    private readonly Matrix[] layerGradients;

    public Encoder(ParameterSet parameters, EncoderShape shape, WordVectors vectors, float dropRate)
    {
        input = new InputLayer(parameters, shape, vectors);
        linear = new LinearLayer(parameters, "linear", shape.InputWidth, shape.Width);
        window = new WindowLayer(parameters, "window", shape.Width);
        layers = new SruLayer[shape.Layers];
        layerInputs = new Matrix[shape.Layers];
        layerGradients = new Matrix[shape.Layers];
        dropouts = new Dropout[shape.Layers + 2];
        for (var i = 0; i < dropouts.Length; i++)
        {
            dropouts[i] = new Dropout(dropRate);
        }

        for (var i = 0; i < shape.Layers; i++)
        {
            var width = i == 0 ? shape.Width : shape.OutputWidth;
            layers[i] = new SruLayer(parameters, $"recurrent{i}", width, shape.Hidden);
            layerInputs[i] = window.Output;
            layerGradients[i] = new Matrix(0, width);
        }

        inputGradient = new Matrix(0, shape.InputWidth);
        windowGradient = new Matrix(0, shape.Width);
    }

    public int Layers => layers.Length;

    /// <summary>Runs everything below the recurrent layers.</summary>
    /// <param name="random">Draws what is dropped; null drops nothing.</param>
    public Matrix ForwardInput(ReadOnlySpan<int> features, ReadOnlySpan<int> starts, SeededRandom? random)
    {
        var described = input.Forward(features, random);
        Drop(0, described, random);
        var encoded = window.Forward(linear.Forward(described), starts);
        Drop(1, encoded, random);
        return encoded;
    }

    /// <summary>Runs recurrent layers from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    public Matrix ForwardLayers(Matrix encoded, int first, int end, ReadOnlySpan<int> starts, SeededRandom? random)
    {
        for (var i = first; i < end; i++)
        {
            layerInputs[i] = encoded;
            encoded = layers[i].Forward(encoded, starts);
            Drop(i + 2, encoded, random);
        }

        return encoded;
    }

    /// <summary>Takes the gradient of what <see cref="ForwardLayers"/> returned (it is overwritten) back to that of its input.</summary>
    public Matrix BackwardLayers(Matrix gradient, int first, int end, ReadOnlySpan<int> starts)
    {
        for (var i = end - 1; i >= first; i--)
        {
            dropouts[i + 2].Backward(gradient);
            layers[i].Backward(layerInputs[i], gradient, layerGradients[i], starts);
            gradient = layerGradients[i];
        }

        return gradient;
    }

    public void BackwardInput(Matrix gradient, ReadOnlySpan<int> features, ReadOnlySpan<int> starts)
    {
        dropouts[1].Backward(gradient);
        window.Backward(gradient, windowGradient, starts);
        linear.Backward(input.Output, windowGradient, inputGradient);
        dropouts[0].Backward(inputGradient);
        input.Backward(features, inputGradient);
    }

    private void Drop(int index, Matrix values, SeededRandom? random)
    {
        if (random is not null)
        {
            dropouts[index].Forward(values, random);
        }
    }
}

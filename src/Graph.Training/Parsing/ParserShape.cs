using Graph.Training.Networks;

namespace Graph.Training.Parsing;

/// <summary>Sizes of a parser.</summary>
/// <param name="TagLayer">Number of recurrent layers below the tags; their outcome is fed into the layers above.</param>
/// <param name="ArcWidth">Length of the projections whose dot product scores an arc.</param>
/// <param name="LabelWidth">Width of the hidden layer of the label scorer.</param>
internal sealed record ParserShape(EncoderShape Encoder, int TagLayer, int Tags, int Labels, int ArcWidth, int LabelWidth);

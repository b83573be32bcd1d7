namespace Graph.Language.Models;

/// <summary>Room that the name finder computes in.</summary>
internal sealed class NameWorkspace(EncoderWorkspace encoder)
{
    public EncoderWorkspace Encoder { get; } = encoder;

    public RowBuffer Logits { get; } = new();
}

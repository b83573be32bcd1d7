using Graph.Embedded.Bolt.Framing;

namespace Graph.Embedded.Bolt.Handshake;

/// <summary>Agrees on a version with a client, by one of two ways.</summary>
/// <remarks>
/// Classic: the client proposes four ranges, the first that the server knows counts, and the answer is the highest version
/// in it; zeros where there is none. Manifest: among the proposals stands <see cref="ManifestOne"/>; the server then lists
/// what it speaks, and the client chooses.
/// </remarks>
internal sealed class BoltHandshake(Stream stream, FrameReader reader)
{
    /// <summary>What every Bolt connection begins with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x60, 0x60, 0xB0, 0x17];

    private const int Proposals = 4;

    /// <summary>Stands in a proposal for the handshake with a manifest, version 1.</summary>
    private static ReadOnlySpan<byte> ManifestOne => [0x00, 0x00, 0x01, 0xFF];

    /// <summary>The version agreed on; null where there is none or the client went away, and the connection is to be closed.</summary>
    public async ValueTask<BoltVersion?> NegotiateAsync(CancellationToken cancellationToken)
    {
        var opening = new byte[Magic.Length + (Proposals * VersionRange.WireBytes)];
        if (!await reader.ReadRawAsync(opening, cancellationToken).ConfigureAwait(false) || !opening.AsSpan().StartsWith(Magic))
        {
            return null;
        }

        for (var i = 0; i < Proposals; i++)
        {
            var proposal = opening.AsMemory(Magic.Length + (i * VersionRange.WireBytes), VersionRange.WireBytes);
            if (proposal.Span.SequenceEqual(ManifestOne))
            {
                return await OfferManifestAsync(cancellationToken).ConfigureAwait(false);
            }

            if (HighestShared(VersionRange.Read(proposal.Span)) is { } version)
            {
                await SendAsync(Wire(new(version, 0)), cancellationToken).ConfigureAwait(false);
                return version;
            }
        }

        await SendAsync(new byte[VersionRange.WireBytes], cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static BoltVersion? HighestShared(VersionRange proposed) =>
        BoltVersion.Supported.Select(range => range.HighestShared(proposed)).FirstOrDefault(version => version is not null);

    /// <summary>Sends the number of ranges, the ranges, and no capabilities; reads the choice and its capabilities, which must be none too.</summary>
    private async ValueTask<BoltVersion?> OfferManifestAsync(CancellationToken cancellationToken)
    {
        byte[] manifest =
        [
            .. ManifestOne, (byte)BoltVersion.Supported.Count, .. BoltVersion.Supported.SelectMany(Wire), 0,
        ];
        await SendAsync(manifest, cancellationToken).ConfigureAwait(false);

        var choice = new byte[VersionRange.WireBytes + 1];
        if (!await reader.ReadRawAsync(choice, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var chosen = VersionRange.Read(choice);
        var isOffered = choice[0] == 0 && chosen.Below == 0 && BoltVersion.Supported.Any(range => range.Contains(chosen.Highest));
        return isOffered && choice[^1] == 0 ? chosen.Highest : null;
    }

    private static byte[] Wire(VersionRange range)
    {
        var wire = new byte[VersionRange.WireBytes];
        range.Write(wire);
        return wire;
    }

    private async ValueTask SendAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}

using System.Net.Sockets;
using Graph.Embedded.Bolt.Sessions;
using Graph.Embedded.Bolt.Transport;

namespace Graph.Embedded.Bolt.Connections;

/// <summary>What all connections of a server share.</summary>
internal sealed record ConnectionServices(SessionContext Sessions, WorkerScheduler Scheduler, HttpGateway Gateway)
{
    public BoltServerOptions Options => Sessions.Options;

    public TimeProvider Time => Sessions.Time;

    /// <summary>Host and port of the client; empty where it is gone already.</summary>
    public static string ClientAddressOf(Socket socket)
    {
        try
        {
            return socket.RemoteEndPoint?.ToString() ?? "";
        }
        catch (SocketException)
        {
            return "";
        }
    }

    /// <summary>Host and port under which a client reached the server, as far as the server can know.</summary>
    public string AddressOf(Socket socket) => Options.AdvertisedAddress ?? socket.LocalEndPoint?.ToString() ?? Options.Listen.ToString();
}

using System.Runtime.InteropServices;
using System.Text;

namespace Graph.Embedded.Storage.Files;

/// <summary>Makes the names in a folder durable, for which .NET has no call.</summary>
internal static class FolderSync
{
    /// <summary>Does nothing on Windows, whose file systems journal names on their own.</summary>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), 0);
        if (descriptor < 0)
        {
            throw Failed(folder);
        }

        try
        {
            // Some file systems cannot sync a folder and say EINVAL; there is no more to be done on them.
            const int einval = 22;
            if (Synchronise(descriptor) != 0 && Marshal.GetLastPInvokeError() != einval)
            {
                throw Failed(folder);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failed(string folder) =>
        new($"Could not sync the folder {folder}: {Marshal.GetLastPInvokeErrorMessage()}");

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Synchronise(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}

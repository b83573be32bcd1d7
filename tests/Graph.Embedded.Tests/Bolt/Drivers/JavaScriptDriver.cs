using System.Diagnostics;

namespace Graph.Embedded.Tests.Bolt.Drivers;

/// <summary>The official JavaScript driver, installed by npm into a folder that later runs find again.</summary>
internal static class JavaScriptDriver
{
    /// <summary>The folder with the driver of a major version; skips the test, saying why, where it cannot be had.</summary>
    public static async Task<string> InstallAsync(int major)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"graph-neo4j-driver-{major}");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "neo4j-driver")) || !Directory.Exists(Path.Combine(folder, "node_modules", "ws")))
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), "{\"private\": true}", TestContext.Current.CancellationToken);
            var (exitCode, output) = await RunAsync("npm", folder, "install", "--no-audit", "--no-fund", $"neo4j-driver@{major}", "ws@8");
            Assert.SkipWhen(exitCode != 0, $"npm cannot install neo4j-driver {major}: {output}");
        }

        return folder;
    }

    /// <summary>Runs a program; skips the test where there is no such program.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Assert.Skip($"{program} is not installed: {missing.Message}");
        }

        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}

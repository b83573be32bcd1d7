namespace Graph.Embedded.Tests.Bolt;

/// <summary>For what another thread does in its own time, where nothing says when.</summary>
internal static class Eventually
{
    public static async Task Succeeds(Func<Task> action)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await action();
                return;
            }
            catch (Exception) when (attempt < 1_000)
            {
                await Task.Yield();
            }
        }
    }
}

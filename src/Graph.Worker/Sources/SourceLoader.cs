using Microsoft.Extensions.Options;

namespace Graph.Worker.Sources;

/// <summary>Gets the bytes of a source; the only part of reading that does I/O.</summary>
public sealed class SourceLoader(HttpClient http, TextSource standardInput, IOptions<SourceOptions> options)
{
    /// <summary>The content, or the reason why there is none; exactly one of the two is null.</summary>
    public async Task<(SourceContent? Content, Refusal? Refusal)> LoadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (Directory.Exists(path))
            {
                // Throws where the folder cannot be read; else it was left as it is for want of files.
                _ = Directory.EnumerateFiles(path).Any();
                return (null, new Refusal(RefusalCodes.Empty, path, "", "the folder holds no file", "Name a folder with articles in it."));
            }

            var content = path == SourceLocator.StandardInput ? await LoadStreamAsync("standard input", standardInput.Open(), cancellationToken).ConfigureAwait(false)
                : SourceLocator.Address(path) is { } address ? await FetchAsync(address, cancellationToken).ConfigureAwait(false)
                : await LoadFileAsync(path, cancellationToken).ConfigureAwait(false);
            return (content, null);
        }
        catch (SourceTooLargeException exception)
        {
            return (null, new Refusal(
                RefusalCodes.TooLarge, path, $"byte {exception.Limit + 1L}", $"it is larger than {exception.Limit} bytes", "Split it, or raise Graph:Sources:MaximumFileBytes."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            return (null, new Refusal(RefusalCodes.Unreadable, path, "", Reason(exception), "Check the path or address and the permission to read it."));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new Refusal(
                RefusalCodes.Unreadable, path, "", $"no answer within {options.Value.FetchSeconds} seconds", "Try again later, or raise Graph:Sources:FetchSeconds."));
        }
    }

    private static string Reason(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file or folder",
        UnauthorizedAccessException => "reading it is not permitted",
        _ => exception.Message.TrimEnd('.'),
    };

    private async Task<SourceContent> LoadFileAsync(string path, CancellationToken cancellationToken)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return await LoadStreamAsync(path, stream, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SourceContent> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.FetchSeconds));
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var stream = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
        var content = await LoadStreamAsync(address.AbsoluteUri, stream, limit.Token).ConfigureAwait(false);
        return content with { Url = response.RequestMessage?.RequestUri ?? address, Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"') };
    }

    private async Task<SourceContent> LoadStreamAsync(string name, Stream stream, CancellationToken cancellationToken)
    {
        var limit = options.Value.MaximumFileBytes;
        await using (stream.ConfigureAwait(false))
        {
            using var buffer = new MemoryStream();
            var chunk = new byte[1 << 16];
            int read;
            while ((read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (buffer.Length + read > limit)
                {
                    throw new SourceTooLargeException(limit);
                }

                buffer.Write(chunk, 0, read);
            }

            return new SourceContent(name, buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        }
    }

    private sealed class SourceTooLargeException(int limit) : Exception
    {
        public int Limit { get; } = limit;
    }
}

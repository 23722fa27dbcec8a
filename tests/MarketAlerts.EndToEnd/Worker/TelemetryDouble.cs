using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using MarketAlerts.EndToEnd.Running;
using MarketAlerts.Testing.Http;
using MarketAlerts.Testing.Tls;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.EndToEnd.Worker;

/// <summary>
/// Stands in for Azure Monitor and for the identity by which it is reached: gives tokens, takes telemetry over TLS and keeps every byte of
/// it.
/// </summary>
internal sealed class TelemetryDouble : IAsyncDisposable
{
    private const string Token = "identity-token-5d1c";
    private readonly FakeServer _monitor;
    private readonly FakeServer _identity;
    private readonly TemporaryFolder _folder = new();

    private TelemetryDouble(FakeServer monitor, FakeServer identity, string certificate)
    {
        (_monitor, _identity) = (monitor, identity);
        File.WriteAllText(CertificateFile, certificate);
        Settings =
        [
            (
                "APPLICATIONINSIGHTS_CONNECTION_STRING",
                $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={monitor.Url}/;LiveEndpoint={monitor.Url}/"
            ),
            ("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true"),
            ("IDENTITY_ENDPOINT", $"{identity.Url}/msi/token"),
            ("IDENTITY_HEADER", "header-1f"),
            ("SSL_CERT_FILE", CertificateFile), // Who the process trusts, on Linux.
        ];
    }

    /// <summary>What a worker must be told to send its telemetry here.</summary>
    public (string Name, string? Value)[] Settings { get; }

    /// <summary>What must not be in it.</summary>
    public IReadOnlyList<string> Secrets { get; } = [Token, "header-1f"];

    /// <summary>Everything that came, as text.</summary>
    public string Received => string.Join('\n', _monitor.Posts.Select(TextOf));

    /// <summary>The paths that were asked for.</summary>
    public IEnumerable<string> Asked => _monitor.Asked;

    private string CertificateFile => Path.Combine(_folder.Path, "trusted.pem");

    public static async Task<TelemetryDouble> StartAsync()
    {
        var certificate = SelfSigned.Create();
        var expires = TimeProvider.System.GetUtcNow().AddDays(1).ToUnixTimeSeconds();
        var identity = await FakeServer.StartAsync(
            Answers.Text($$"""{"access_token":"{{Token}}","expires_on":"{{expires}}","resource":"monitor","token_type":"Bearer"}""")
        );
        var monitor = await FakeServer.StartAsync(AcceptAsync, certificate);
        return new TelemetryDouble(monitor, identity, new string(PemEncoding.Write("CERTIFICATE", certificate.RawData)));
    }

    /// <summary>Waits until a path was asked for.</summary>
    public Task SeeAsync(string path, CancellationToken cancellationToken)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _monitor.Answer = context =>
        {
            if (context.Request.Path.Value!.Contains(path, StringComparison.OrdinalIgnoreCase))
            {
                seen.TrySetResult();
            }

            return AcceptAsync(context);
        };
        return _monitor.Asked.Any(asked => asked.Contains(path, StringComparison.OrdinalIgnoreCase))
            ? Task.CompletedTask
            : seen.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _monitor.DisposeAsync();
        await _identity.DisposeAsync();
        _folder.Dispose();
    }

    private static Task AcceptAsync(HttpContext context) => Answers.Text("""{"itemsReceived":1,"itemsAccepted":1,"errors":[]}""")(context);

    private static string TextOf(Posted posted)
    {
        if (posted.Headers.GetValueOrDefault("Content-Encoding") is not "gzip")
        {
            return posted.Text;
        }

        using var unpacked = new StreamReader(new GZipStream(new MemoryStream(posted.Body), CompressionMode.Decompress), Encoding.UTF8);
        return unpacked.ReadToEnd();
    }
}

using MarketAlerts.Core.Messages;
using MarketAlerts.LocalHost.Reports;
using MarketAlerts.Testing.Smtp;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.EndToEnd.Running;

/// <summary>One whole replay at full speed through the real parts: what it reported and what the mail server got.</summary>
internal sealed record ReplayRun(ReplayReport Report, JObject Json, IReadOnlyList<ReceivedMail> Received)
{
    /// <summary>A replay by the host within this process.</summary>
    public static Task<ReplayRun> OfAsync(
        string scenario,
        CancellationToken cancellationToken,
        Dictionary<string, string>? settings = null
    ) =>
        OfAsync(
            (file, azurite, mail) => ReplayHost.RunHereAsync(scenario, file, azurite, mail, settings).WaitAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>A replay by the host in a process of its own.</summary>
    public static Task<ReplayRun> OfProcessAsync(string scenario, CancellationToken cancellationToken) =>
        OfAsync(
            async (file, azurite, mail) =>
            {
                await using var host = ReplayHost.Start(scenario, "max", file, azurite, mail);
                (await host.EndAsync(cancellationToken)).ShouldBe(0, host.Output);
            },
            cancellationToken
        );

    /// <summary>The report as text without what the real clock measured.</summary>
    public string WithoutLatencies()
    {
        var copy = (JObject)Json.DeepClone();
        copy.Remove("latencies");
        return copy.ToString();
    }

    private static async Task<ReplayRun> OfAsync(Func<string, Azurite, SmtpSink, Task> run, CancellationToken cancellationToken)
    {
        var azurite = await Azurite.OpenAsync(cancellationToken);
        await using var mail = new SmtpSink();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "report.json");
        await run(file, azurite, mail);
        var text = await File.ReadAllTextAsync(file, cancellationToken);
        return new ReplayRun(StoredJson.Read<ReplayReport>(text), JObject.Parse(text), mail.Mails);
    }
}

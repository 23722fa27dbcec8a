using MarketAlerts.EndToEnd.Running;
using MarketAlerts.Testing.Smtp;

namespace MarketAlerts.EndToEnd;

/// <summary>The opening minutes, replayed once without any trouble: what every disturbed run of them must come to.</summary>
public sealed class UndisturbedOpening : IAsyncLifetime
{
    /// <summary>Who got which mail, by <see cref="IdentityOf"/>.</summary>
    internal IReadOnlyList<string> Mails { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        using var folder = new TemporaryFolder();
        OpeningMinutes.Write(folder.Path);
        Mails = [.. (await ReplayRun.OfAsync(folder.Path, CancellationToken.None)).Received.Select(IdentityOf)];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static string IdentityOf(ReceivedMail mail) => $"{mail.To[0]} {mail.Message.MessageId} {mail.Message.Subject}";
}

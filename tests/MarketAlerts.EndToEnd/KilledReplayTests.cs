using MarketAlerts.EndToEnd.Running;
using MarketAlerts.Testing.Smtp;

namespace MarketAlerts.EndToEnd;

/// <summary>
/// kill -9 of the host, again on the same Azurite: the mails of an undisturbed run, none lost, doubles only of mails in flight.
/// </summary>
public sealed class KilledReplayTests(UndisturbedOpening undisturbed) : IClassFixture<UndisturbedOpening>
{
    private const int OpenConnections = 4;

    [Theory]
    [InlineData("before the mail server takes the first mail")]
    [InlineData("after the mail server took the first mail, before it is recorded")]
    [InlineData("after the mail server took the sixth mail, before it is recorded")]
    [InlineData("when an incident was just saved")]
    [InlineData("when the basket's incident was just saved")]
    [InlineData("in the middle of the minutes at 60x")]
    public async Task KilledAndStartedAgain_SendsTheMailsOfAnUndisturbedRun_When(string moment)
    {
        var stopping = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        OpeningMinutes.Write(folder.Path);
        var report = Path.Combine(folder.Path, "report.json");
        var azurite = await Azurite.OpenAsync(stopping);
        await using var mail = new SmtpSink();
        await using (
            var killed = ReplayHost.Start(
                folder.Path,
                moment.EndsWith("60x", StringComparison.Ordinal) ? "60" : "max",
                report,
                azurite,
                mail
            )
        )
        {
            await KillAsync(killed, moment, mail, stopping);
        }

        (mail.BeforeAccepted, mail.AfterAccepted) = (null, null);
        await using var again = ReplayHost.Start(folder.Path, "max", report, azurite, mail);
        (await again.EndAsync(stopping)).ShouldBe(0, again.Output);

        var received = mail.Mails.Select(UndisturbedOpening.IdentityOf).ToArray();
        received.Distinct().ShouldBe(undisturbed.Mails, ignoreOrder: true);
        (received.Length - undisturbed.Mails.Count).ShouldBeInRange(0, OpenConnections, "at most one double per open SMTP connection");
    }

    private static async Task KillAsync(ChildProcess host, string moment, SmtpSink mail, CancellationToken stopping)
    {
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var mails = 0;
        Task KillNow()
        {
            host.Kill();
            killed.TrySetResult();
            return Task.CompletedTask;
        }

        switch (moment)
        {
            case "before the mail server takes the first mail":
                mail.BeforeAccepted = _ => KillNow();
                break;
            case "after the mail server took the first mail, before it is recorded":
                mail.AfterAccepted = _ => KillNow();
                break;
            case "after the mail server took the sixth mail, before it is recorded":
                mail.AfterAccepted = _ => Interlocked.Increment(ref mails) == 6 ? KillNow() : Task.CompletedTask;
                break;
            default:
                await host.SeeAsync(line => line.Contains(LineOf(moment), StringComparison.Ordinal), stopping);
                await KillNow();
                break;
        }

        await killed.Task.WaitAsync(stopping);
        await host.EndAsync(stopping);
    }

    private static string LineOf(string moment) =>
        moment switch
        {
            "when an incident was just saved" => "NVDA: opened",
            "when the basket's incident was just saved" => "#chips: opened",
            _ => "to reader1@example.com",
        };
}

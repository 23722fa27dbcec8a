using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.W4.Alertmanager;
using MarketAlerts.Benchmarks.W4.Ours;
using MarketAlerts.Benchmarks.W4.Sink;

namespace MarketAlerts.Benchmarks.W4;

/// <summary>W4: a mail of their own to each of 10,000 subscribers, into a sink in a process of its own on this machine.</summary>
internal sealed class DeliveryWorkload : IWorkload
{
    /// <summary>The unit of the goal beside bare MailKit.</summary>
    public const string BesideBound = "x bare MailKit, 4 connections";

    /// <summary>The unit of the goal beside bare MailKit where replies take their time.</summary>
    public const string BesideBoundFar = "x bare MailKit, 20 connections, replies after 10 ms";

    /// <summary>The unit of the goal beside Alertmanager.</summary>
    public const string BesideAlertmanager = "x Alertmanager's time, no picture";

    private const int Turns = 5;
    private const int Mails = 2_000;
    private const int FarTurns = 3;
    private const int FarMails = 1_000;
    private const int Connections = 4;
    private const int FarConnections = 20;
    private static readonly TimeSpan FarDelay = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(40);

    public string Name => "W4";

    public string Title =>
        "a mail of their own to each of 10,000 recipients, in turns of 2,000, into a sink on this machine (smaller turns where they "
        + "would take minutes)";

    public async Task<IReadOnlyList<Row>> RunAsync(Progress progress, CancellationToken cancellationToken)
    {
        await using var near = await MailSink.StartAsync(TimeSpan.Zero, cancellationToken);
        await using var far = await MailSink.StartAsync(FarDelay, cancellationToken);
        return
        [
            .. await NearAsync(near, progress, cancellationToken),
            .. await AlertmanagerAsync(near, progress, cancellationToken),
            .. await FarAsync(far, progress, cancellationToken),
        ];
    }

    private static async Task<IReadOnlyList<Row>> NearAsync(MailSink sink, Progress progress, CancellationToken cancellationToken)
    {
        await using var messages = new OurMessages(hasPicture: true);
        await using var bound = new BareMailKit(sink.Port, Connections, messages);
        await using var ours = new OurRun(sink.Port, Connections, hasPicture: true);
        await using var perMail = new ConnectionPerMail(sink.Port, Connections, messages);
        await using var framework = new SystemNetMail(sink.Port, Connections, messages);
        var turns = new MailRounds(sink, "4 connections", progress);
        var mails = await RoundSize.FitAsync(messages, Turns, Mails, Budget, cancellationToken);
        var times = await turns.RunAsync([bound, ours, perMail, framework], Turns, mails, cancellationToken);
        return
        [
            Row.Exact("W4", ours.Name, ours.Kind, Turns * mails, "recipients in all"),
            .. turns.RowsOf(times),
            turns.RatioOf(times, ours, bound, BesideBound),
            Row.Exact("W4", ours.Name, ours.Kind, turns.BytesPerMail[ours], "bytes/mail with its picture"),
        ];
    }

    private static async Task<IReadOnlyList<Row>> AlertmanagerAsync(MailSink sink, Progress progress, CancellationToken cancellationToken)
    {
        if (AlertmanagerProcess.Installed is null)
        {
            progress.Say(
                "W4: no prometheus-alertmanager on this machine (Debian: apt-get install prometheus-alertmanager): its rows are left out"
            );
            return [];
        }

        await using var messages = new OurMessages(hasPicture: false);
        await using var bound = new BareMailKit(sink.Port, Connections, messages);
        await using var ours = new OurRun(sink.Port, Connections, hasPicture: false);
        var turns = new MailRounds(sink, "no picture", progress);
        await turns.RunAsync([ours], 0, 100, cancellationToken);
        var wanted = turns.BytesPerMail[ours];
        var (characters, bytes) = await MailSize.FindAsync(sink, wanted, cancellationToken);
        await using var theirs = new AlertmanagerRun(sink, characters);
        var times = await turns.RunAsync(
            [bound, ours, theirs],
            Turns,
            await RoundSize.FitAsync(messages, Turns, Mails, Budget, cancellationToken),
            cancellationToken
        );
        return
        [
            .. turns.RowsOf(times),
            turns.RatioOf(times, ours, theirs, BesideAlertmanager),
            Row.Exact("W4", ours.Name, ours.Kind, wanted, "bytes/mail, no picture"),
            Row.Exact("W4", theirs.Name, theirs.Kind, bytes, "bytes/mail, no picture"),
        ];
    }

    private static async Task<IReadOnlyList<Row>> FarAsync(MailSink sink, Progress progress, CancellationToken cancellationToken)
    {
        await using var messages = new OurMessages(hasPicture: true);
        await using var bound = new BareMailKit(sink.Port, FarConnections, messages);
        await using var ours = new OurRun(sink.Port, FarConnections, hasPicture: true);
        var turns = new MailRounds(sink, "20 connections, replies after 10 ms", progress);
        var times = await turns.RunAsync(
            [bound, ours],
            FarTurns,
            await RoundSize.FitAsync(messages, FarTurns, FarMails, Budget / 2, cancellationToken),
            cancellationToken
        );
        return [.. turns.RowsOf(times), turns.RatioOf(times, ours, bound, BesideBoundFar)];
    }
}

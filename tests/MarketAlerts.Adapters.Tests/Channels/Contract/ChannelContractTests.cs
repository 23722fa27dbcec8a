using System.Net;
using System.Net.Sockets;
using System.Text;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Adapters.Tests.Channels.Contract;

/// <summary>What every channel promises, against its real other side.</summary>
public sealed class ChannelContractTests
{
    public static TheoryData<string> Channels => [.. ChannelWorlds.Names];

    /// <summary>The others show no id.</summary>
    public static TheoryData<string> ChannelsWithIds => ["Smtp", "Acs", "SendGrid", "Webhook"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task SendAsync_IsReceivedOnce_WhenTheOtherSideAccepts(string name)
    {
        await using var world = await ChannelWorlds.OpenAsync(name);

        var result = await world.SendAsync(world.Mail, Stop);

        (result.Outcome, result.Fault, result.RetryAfter).ShouldBe((SendOutcome.Sent, SendFault.None, null));
        result.Detail.ShouldNotBeEmpty();
        Encoding.UTF8.GetString(world.Received.ShouldHaveSingleItem()).ShouldContain("Chips");
        world.Channel.Kind.ShouldBe(world.Kind);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task SendAsync_SendsTheSameBytes_WhenTheMailIsTheSame(string name)
    {
        await using var world = await ChannelWorlds.OpenAsync(name);

        await world.SendAsync(world.Mail, Stop);
        await world.SendAsync(world.Mail, Stop);

        world.Received.Count.ShouldBe(2);
        world.Received[1].ShouldBe(world.Received[0]);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task SendAsync_SendsEachOnce_WhenManyAreSentAtTheSameTime(string name)
    {
        await using var world = await ChannelWorlds.OpenAsync(name);
        var mails = Enumerable
            .Range(1, 20)
            .Select(number =>
                world.Mail with
                {
                    Content = world.Mail.Content with { Headline = $"Chips trade lower, take {number}." },
                    Thread = new MailThread($"<chips.{number}@marketalerts.example>", []),
                }
            );

        var results = await Task.WhenAll(mails.Select(mail => world.SendAsync(mail, Stop)));

        results.ShouldAllBe(result => result.Outcome == SendOutcome.Sent);
        world.Received.Select(Encoding.UTF8.GetString).Distinct().Count().ShouldBe(20);
        world.Received.Count.ShouldBe(20);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task SendAsync_SaysWhatToDo_WhenTheOtherSideDoesNotAccept(string name)
    {
        await using var world = await ChannelWorlds.OpenAsync(name);
        foreach (
            var (behaviour, outcome, fault, wait) in new[]
            {
                (Behaviour.IsBusy, SendOutcome.RetryAfter, SendFault.None, world.WhenBusy),
                (Behaviour.IsDown, SendOutcome.RetryAfter, SendFault.None, null),
                (Behaviour.HangsUp, SendOutcome.RetryAfter, SendFault.None, null),
                (Behaviour.RefusesTheMessage, SendOutcome.Rejected, SendFault.Message, null),
                (Behaviour.KnowsNoSuchAddress, SendOutcome.Rejected, SendFault.Address, null),
                (Behaviour.RefusesUs, world.WhenWeAreRefused.Outcome, world.WhenWeAreRefused.Fault, null),
            }
        )
        {
            await using var troubled = await ChannelWorlds.OpenAsync(name);
            troubled.Does(behaviour);

            var result = await troubled.SendAsync(troubled.Mail, Stop);

            (behaviour, result.Outcome, result.Fault, result.RetryAfter).ShouldBe((behaviour, outcome, fault, wait));
            foreach (var text in (string[])[result.Detail, $"{result.Said} "])
            {
                (text.Length, text.Any(char.IsControl)).ShouldBe((Math.Clamp(text.Length, 1, 201), false), behaviour.ToString());
            }

            troubled.Does(Behaviour.Accepts);
            (await troubled.SendAsync(troubled.Mail, Stop)).Outcome.ShouldBe(SendOutcome.Sent, behaviour.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task SendAsync_AsksToRetry_WhenThereIsNoAnswerInTime(string name)
    {
        await using var world = await ChannelWorlds.OpenAsync(name);
        world.Does(Behaviour.IsSilent);

        var sending = world.Channel.SendAsync(world.Mail, Stop);
        await world.Waits.Task.WaitAsync(Stop);
        sending.IsCompleted.ShouldBeFalse();
        world.Time.Advance(world.Limit);

        var result = await sending;
        (result.Outcome, result.Fault).ShouldBe((SendOutcome.RetryAfter, SendFault.None));
        result.Detail.ShouldContain($"within {world.Limit.TotalSeconds:0} s");
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task SendAsync_AsksToRetry_WhenNobodyListens(string name)
    {
        await using var world = await ChannelWorlds.OpenAsync(name);
        using var taken = new Socket(SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        var result = await world.At(((IPEndPoint)taken.LocalEndPoint!).Port).SendAsync(world.Mail, Stop);

        (result.Outcome, result.Fault).ShouldBe((SendOutcome.RetryAfter, SendFault.None));
        result.Detail.ShouldEndWith("cannot be reached: ConnectionRefused.");
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task SendAsync_RejectsWithoutAsking_WhenTheAddressIsMalformed(string name)
    {
        await using var world = await ChannelWorlds.OpenAsync(name);

        var result = await world.SendAsync(world.Mail with { To = world.Malformed }, Stop);

        (result.Outcome, result.Fault).ShouldBe((SendOutcome.Rejected, SendFault.Address));
        result.Detail.ShouldNotContain(world.Malformed.Address);
        world.Received.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ChannelsWithIds))]
    public async Task SendAsync_RejectsTheMessage_WhenItsIdCannotBeWritten(string name)
    {
        await using var world = await ChannelWorlds.OpenAsync(name);

        var result = await world.SendAsync(world.Mail with { Thread = new MailThread("<a b\r\nBcc: c@d>", []) }, Stop);

        (result.Outcome, result.Fault).ShouldBe((SendOutcome.Rejected, SendFault.Message));
        world.Received.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task SendAsync_Throws_WhenTheCallerCancels(string name)
    {
        await using var world = await ChannelWorlds.OpenAsync(name);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        world.Does(Behaviour.IsSilent);

        var sending = world.Channel.SendAsync(world.Mail, cancel.Token);
        await world.Waits.Task.WaitAsync(Stop);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => sending);
        await Should.ThrowAsync<OperationCanceledException>(() => world.Channel.SendAsync(world.Mail, cancel.Token));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task SendAsync_TellsNoSecret_WhenTheOtherSideRepeatsThem(string name)
    {
        await using var world = await ChannelWorlds.OpenAsync(name);
        world.Does(Behaviour.RepeatsSecrets);

        var result = await world.SendAsync(world.Mail, Stop);

        result.Outcome.ShouldBe(SendOutcome.Rejected);
        result.Said.ShouldContain("no: ");
        result.Detail.ShouldNotContain("no: ", Case.Insensitive, "readers see it, and the words are the other side's");
        world.Secrets.ShouldAllBe(secret => !result.ForOperators.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }
}

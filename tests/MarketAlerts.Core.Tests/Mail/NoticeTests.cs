using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Subscribers;
using static MarketAlerts.Core.Tests.Deliveries.GivenMail;

namespace MarketAlerts.Core.Tests.Mail;

/// <summary>What becomes of a notice, alone and beside alerts.</summary>
public sealed class NoticeTests
{
    private static readonly Notice Nvda = new("NVDA split 10 for 1: your price rules were rescaled", "NVDA split.");
    private static readonly Notice Amd = new("AMD split 2 for 1: your price rules were rescaled", "AMD split.");

    [Fact]
    public void Compose_IsAMailOfItsOwn_WhenNothingElseWaits()
    {
        var mail = Compose(Mailbox(EntryOf("NVDA", Nvda)), "14:33", TimeSpan.Zero);

        (mail.Kind, mail.Subject, mail.Content.Headline).ShouldBe((MailKind.Notice, Nvda.Title, Nvda.Title + "."));
        (mail.Content.IncidentId, mail.Content.TargetName, mail.Thread.MessageId).ShouldBe(
            ("NVDA-split-20250127", "NVDA", $"<NVDA-split-20250127.1.{Ana.Id}@marketalerts.example>")
        );
        mail.Notices.ShouldBe([Nvda.Text]);
        (mail.Content.Members.Count, mail.Content.Checks.Count, mail.Rules.Count, mail.Reason).ShouldBe(
            (0, 0, 0, "You have rules on the price of NVDA.")
        );
    }

    [Fact]
    public void Compose_HoldsSeveral_WhenTheyWaitTogether()
    {
        var mail = Compose(Mailbox(EntryOf("NVDA", Nvda), EntryOf("AMD", Amd)), "14:33", TimeSpan.Zero);

        mail.Subject.ShouldBe("NVDA split 10 for 1: your price rules were rescaled, and 1 more");
        mail.Notices.ShouldBe([Nvda.Text, Amd.Text]);
        mail.Reason.ShouldBe("You have rules on the price of NVDA, AMD.");
    }

    // The notice is of 14:00, which would be late for an alert.
    [Fact]
    public void Compose_AddsALineToTheAlert_WhenBothWait()
    {
        var mail = Compose(Mailbox(EntryOf("NVDA", Nvda, "14:00"), Entry(Chips)), "14:31:30", TimeSpan.Zero, Chips);
        var alone = Compose(Mailbox(Entry(Chips)), "14:31:30", TimeSpan.Zero, Chips);

        (mail.Subject, mail.Kind, mail.Reason, mail.Clock).ShouldBe((alone.Subject, alone.Kind, alone.Reason, alone.Clock));
        mail.Notices.ShouldBe([Nvda.Text]);
        alone.Notices.ShouldBe([]);
    }

    [Fact]
    public void Compose_IsNeverLate_WhenItWaitedForQuietHoursToEnd() =>
        Compose(Mailbox(EntryOf("NVDA", Nvda, "14:00")), "20:00", TimeSpan.Zero).Clock.IsLate.ShouldBeFalse();

    [Fact]
    public void Plan_HoldsItInQuietHours_AlsoWhereSeverePasses()
    {
        var quiet = Mailbox(EntryOf("NVDA", Nvda)) with
        {
            Subscriber = Ana with { QuietHours = new QuietHours(new TimeOnly(9, 0), new TimeOnly(10, 0), true) },
        };

        Plan(quiet, "14:31").Held.ShouldHaveSingleItem().Text.ShouldBe("Quiet hours.");
    }

    [Fact]
    public void Plan_SendsTheNotice_AndDropsAnAlertWhoseIncidentIsGone()
    {
        var plan = Plan(Mailbox(Entry(Chips), EntryOf("NVDA", Nvda)), "14:31");

        (plan.Sends, plan.Kind).ShouldBe((true, MailKind.Notice));
        plan.Taken.ShouldHaveSingleItem().Row.Reference.ShouldBe("message-1");
        plan.Held.ShouldHaveSingleItem().Row.Reference.ShouldBe("message-0");
    }

    private static AlertEntry EntryOf(string symbol, Notice notice, string time = "14:31") =>
        new(
            EntryKind.Notice,
            $"{symbol}-split-20250127",
            Given.Day,
            [],
            [Symbol.Parse(symbol)],
            Severity.Plain,
            Given.At(time),
            Given.At(time)
        )
        {
            Notice = notice,
        };
}

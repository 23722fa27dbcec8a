using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Tests.Deliveries;
using static MarketAlerts.Core.Tests.Deliveries.GivenMail;

namespace MarketAlerts.Core.Tests.Wording;

public sealed class MailComposerTests
{
    [Fact]
    public void Compose_NamesTheIncidentItsMembersAndTheReason_InTheFirstMail()
    {
        var mail = Compose(Mailbox(Entry(Chips), Entry(Nvda)), "14:31:30", TimeSpan.Zero, Chips, Nvda);

        mail.Subject.ShouldBe("Chips down: 3 of 5 beyond -2% at 09:31 ET, NVDA -12.5%, MU -8.1% [severe]");
        mail.Content.Headline.ShouldBe("Chips trade sharply lower. Median of 5 names -8.1%, 3 of them beyond -2%.");
        (mail.To.Address, mail.TimeZone, mail.Kind, mail.Content.TargetName, mail.Folded).ShouldBe(
            ("ana@example.com", "America/New_York", MailKind.Opened, "#chips", 1)
        );
        mail.Content.Members.Select(member => member.Symbol).ShouldBe([Symbol.Parse("NVDA"), Symbol.Parse("MU"), Symbol.Parse("AMD")]);
        mail.Rules.ShouldBe([Rule.FromText("#chips notable"), Rule.FromText("NVDA notable")]);
        mail.Content.Paths.Select(path => path.Symbol).ShouldBe([Symbol.Parse("NVDA"), Symbol.Parse("MU")]);
        mail.Thread.References.ShouldBeEmpty();
    }

    [Fact]
    public void Compose_MakesAMessageIdOfIncidentNumberAndSubscriber()
    {
        var first = Compose(Mailbox(Entry(Chips)), "14:31", TimeSpan.Zero, Chips).Thread.MessageId;
        var second = Compose(
            Mailbox(Entry(Chips).Passing(9)) with
            {
                History = Told(Chips),
            },
            "14:41",
            TimeSpan.Zero,
            Chips
        ).Thread.MessageId;

        first.ShouldBe($"<chips-down-20250127.1.{Ana.Id}@marketalerts.example>");
        second.ShouldBe($"<chips-down-20250127.2.{Ana.Id}@marketalerts.example>");
    }

    [Fact]
    public void Compose_KeepsTheThreadsSubjectAndRefersToItsRoot_InAFollowUp()
    {
        var mail = Compose(
            Mailbox(Entry(Chips, EntryKind.MemberNotable, "15:00", symbol: "AMD")) with
            {
                History = Told(Chips),
            },
            "15:31",
            TimeSpan.Zero,
            Chips
        );

        mail.Subject.ShouldBe("The subject of the thread");
        mail.Thread.References.ShouldBe(["<root@x>"]);
        mail.Content.Headline.ShouldBe("New among the notable members: AMD -4.1%.");
        mail.Content.Members.Where(member => member.IsNew).ShouldHaveSingleItem().Symbol.Text.ShouldBe("AMD");
    }

    [Fact]
    public void Compose_BeginsAThread_WhenTheBasketOpensAfterOneOfItsStocks()
    {
        var mail = Compose(Mailbox(Entry(Chips), Entry(Nvda)) with { History = Told(Nvda) }, "14:33", TimeSpan.Zero, Chips, Nvda);

        mail.Content.IncidentId.ShouldBe("chips-down-20250127");
        mail.Kind.ShouldBe(MailKind.Opened);
        mail.Subject.ShouldStartWith("Chips down: 3 of 5");
        mail.Thread.References.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("14:46:00", false)]
    [InlineData("14:46:01", true)]
    public void Compose_FlagsAsLate_WhatIsOlderThan15Minutes(string now, bool late)
    {
        var clock = Compose(Mailbox(Entry(Chips, time: "14:31"), Entry(Nvda, time: "14:45")), now, TimeSpan.Zero, Chips, Nvda).Clock;

        clock.ShouldBe(new MailClock(Given.At("14:45"), Given.At("14:45:02"), Given.At(now), late) { DataDelay = TimeSpan.Zero });
    }

    [Fact]
    public void Compose_NeverFlagsMemberUpdatesAsLate_BecauseTheyAreGathered() =>
        Compose(Mailbox(Entry(Chips, EntryKind.MemberNotable, "14:40")) with { History = Told(Chips) }, "15:11", TimeSpan.Zero, Chips)
            .Clock.IsLate.ShouldBeFalse();

    [Fact]
    public void Compose_FlagsAsLate_OnlyBeyondTheDeclaredDelay() =>
        Compose(Mailbox(Entry(Chips, time: "14:31")), "14:47", TimeSpan.FromMinutes(15), Chips).Clock.IsLate.ShouldBeFalse();

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public void Compose_StatesTheDelay(int minutes) =>
        Compose(Mailbox(Entry(Chips)), "14:31", TimeSpan.FromMinutes(minutes), Chips)
            .Clock.DataDelay.ShouldBe(TimeSpan.FromMinutes(minutes));

    [Theory]
    [InlineData(2, 2, "2 sources agree on NVDA, AVGO.")]
    [InlineData(2, 1, "2 sources agree on NVDA. 1 source for AVGO: no other confirmed it.")]
    [InlineData(1, 1, "1 source for NVDA, AVGO: no other confirmed it.")]
    [InlineData(2, null, "2 sources agree on NVDA.")]
    [InlineData(null, null, "")]
    public void Compose_TellsWhoShowsTheSevereMoves(int? nvda, int? avgo, string expected)
    {
        var chips = Basket(
            "chips",
            Severity.Severe,
            Given.Reading("NVDA", -13.1, 2) with
            {
                Sources = nvda,
            },
            Given.Reading("AVGO", -12.8, 2) with
            {
                Sources = avgo,
            },
            Given.Reading("AMD", -4.1)
        );

        var checks = Compose(Mailbox(Entry(chips)), "14:31", TimeSpan.Zero, chips).Content.Checks;

        string.Join(' ', checks.Skip(2)).ShouldBe(expected);
    }

    [Fact]
    public void Compose_ShowsTheHighestTierReached_NotTheLatest()
    {
        var recovered = Chips with { Members = [new IncidentMember(Given.Reading("NVDA", -4, 0), Given.At("14:30"), Severity.Severe)] };

        Compose(Mailbox(Entry(recovered)), "14:31", TimeSpan.Zero, recovered)
            .Content.Members.ShouldHaveSingleItem()
            .Severity.ShouldBe(Severity.Severe);
    }

    [Fact]
    public void Compose_HasNoAsOf_WhenTheIncidentHasNoMembers()
    {
        var chips = GivenMail.Basket("chips", Severity.Plain);

        GivenMail.Compose(GivenMail.Mailbox(GivenMail.Entry(chips)), "14:33", TimeSpan.Zero, chips).Content.AsOf.ShouldBeNull();
    }
}

using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Tests.WatchFiles;

/// <summary>What a subscriber wants beside rules. Each refusal is of line 3, where the value stands.</summary>
public sealed class SubscriberParserTests
{
    private const string Chat =
        "is secret:NAME, the name of 1 to 40 of a-z, 0-9 and '-': the URL is a secret and stands in the settings, section ChannelSecrets.";
    private const string Webhook =
        "'webhook' is an https address without a user's name, or secret:NAME, the name of 1 to 40 of a-z, 0-9 and '-'.";
    private const string Until = "\"until\": \"2025-01-28T21:00:00Z\"";

    [Fact]
    public void Read_GivesEverything_WhenASubscriberSaysEverything()
    {
        var cy = Read(
            """
            "channels": [ { "email": "cy@example.com", "from": "severe" }, { "webhook": "https://Example.com/hook" }, { "slack": "secret:desk-2", "from": "notable" },
              { "teams": "secret:desk-2", "from": "plain" }, { "discord": "secret:d" } ],
            "digest": { "plain": "hourly", "notable": "end-of-day", "severe": "instant", "at": "17:30" },
            "caps": { "perHour": 5, "perDay": 20 },
            "vacation": { "first": "2025-02-01", "last": "2025-02-09" },
            "proofOfLife": true,
            "closeOfDay": false,
            "over": true
            """
        );

        cy.Channels.ShouldBe([
            new ChannelChoice(ChannelAddress.Email("cy@example.com"), Severity.Severe, false),
            new ChannelChoice(new ChannelAddress(ChannelKind.Webhook, "https://example.com/hook"), Severity.Plain, false),
            new ChannelChoice(new ChannelAddress(ChannelKind.Slack, "secret:desk-2"), Severity.Notable, false),
            new ChannelChoice(new ChannelAddress(ChannelKind.Teams, "secret:desk-2"), Severity.Plain, false),
            new ChannelChoice(new ChannelAddress(ChannelKind.Discord, "secret:d"), Severity.Plain, false),
        ]);
        cy.Digest.ShouldBe(new DigestChoice(DigestRhythm.Hourly, DigestRhythm.EndOfDay, DigestRhythm.Instant, new TimeOnly(17, 30)));
        cy.Caps.ShouldBe(new MessageCaps(5, 20));
        cy.Vacation.ShouldBe(new Vacation(new DateOnly(2025, 2, 1), new DateOnly(2025, 2, 9)));
        cy.ProofOfLife.ShouldBe(true);
    }

    [Fact]
    public void Read_GivesTheDefaults_WhenASubscriberSaysNothing()
    {
        var cy = Read("\"rules\": []");

        (cy.Channels, cy.Digest, cy.Caps, cy.Vacation, cy.Snoozes, cy.ProofOfLife).ShouldBe((null, null, null, null, null, null));
    }

    [Fact]
    public void Read_FillsIn_WhatASectionLeavesOut()
    {
        var cy = Read(
            "\"digest\": {\"plain\": \"end-of-day\"}, \"caps\": {\"perDay\": 1000}, \"vacation\": {\"first\": \"2024-01-01\", "
                + "\"last\": \"2024-12-31\"}, \"channels\": [{\"webhook\": \"secret:own\"}]"
        );

        cy.Digest.ShouldBe(new DigestChoice(DigestRhythm.EndOfDay, DigestRhythm.Instant, DigestRhythm.Instant, null));
        cy.Caps.ShouldBe(new MessageCaps(null, 1000));
        cy.Vacation!.Last.ShouldBe(new DateOnly(2024, 12, 31)); // 366 days: the most there are.
        cy.Channels.ShouldBe([new ChannelChoice(new ChannelAddress(ChannelKind.Webhook, "secret:own"), Severity.Plain, false)]);
    }

    [Fact]
    public void Read_KnowsEachKindOfSnooze_WhenItIsOfAnyForm()
    {
        var cy = Read(
            $$"""
            "snooze": [ { "symbol": "nvda", {{Until}} }, { "incident": "chips-down-20250127", "since": "2025-01-27T15:00:00Z", {{Until}} },
              { "incident": "news-BRK.B-20250127", {{Until}} }, { "all": true, {{Until}} }, { "belowSevere": true, {{Until}} } ]
            """
        );

        var (since, until) = (
            new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2025, 1, 28, 21, 0, 0, TimeSpan.Zero)
        );
        cy.Snoozes.ShouldBe([
            new Snooze(SnoozeScope.Symbol, "NVDA", since, until),
            new Snooze(SnoozeScope.Incident, "chips-down-20250127", new DateTimeOffset(2025, 1, 27, 15, 0, 0, TimeSpan.Zero), until),
            new Snooze(SnoozeScope.Incident, "news-BRK.B-20250127", since, until),
            new Snooze(SnoozeScope.All, "", since, until),
            new Snooze(SnoozeScope.BelowSevere, "", since, until),
        ]);
    }

    [Fact]
    public void Read_PollsNoSymbol_WhenItIsOnlySnoozed() =>
        ReadFile($"\"snooze\": [{{\"symbol\": \"NVDA\", {Until}}}]").Symbols.ShouldBeEmpty();

    [Fact]
    public void Read_RefusesTheSymbolOfASnooze_WhenThereAreNoQuotesForIt() =>
        ShouldRefuse(
            $"\"snooze\": [{{{Until},\n\"symbol\": \"NVDA\"}}]",
            "unknown symbol 'NVDA': there are no quotes for it.",
            Symbol.Parse("AMD")
        );

    [Theory]
    [InlineData("\n\"channels\": \"cy@example.com\"", "'channels' is a list.")]
    [InlineData("\n\"channels\": []", "'channels' has 1 to 5 entries; leave it out for a mail to 'email' alone.")]
    [InlineData(
        "\n\"channels\": [{\"slack\": \"secret:a\"}, {\"slack\": \"secret:b\"}, {\"slack\": \"secret:c\"}, {\"slack\": "
            + "\"secret:d\"}, {\"slack\": \"secret:e\"}, {\"slack\": \"secret:f\"}]",
        "'channels' has 1 to 5 entries; leave it out for a mail to 'email' alone."
    )]
    [InlineData("\"channels\": [\n\"cy@example.com\"]", "every entry of 'channels' is an object.")]
    [InlineData("\"channels\": [\n{}]", "an entry of 'channels' has exactly one of email, webhook, slack, teams, discord.")]
    [InlineData(
        "\"channels\": [\n{\"from\": \"severe\"}]",
        "an entry of 'channels' has exactly one of email, webhook, slack, teams, discord."
    )]
    [InlineData(
        "\"channels\": [\n{\"slack\": \"secret:a\", \"teams\": \"secret:a\"}]",
        "an entry of 'channels' has exactly one of email, webhook, slack, teams, discord."
    )]
    [InlineData(
        "\"channels\": [{\"email\": \"cy@example.com\",\n\"form\": \"severe\"}]",
        "unknown key 'form'; known here: email, webhook, slack, teams, discord, from."
    )]
    [InlineData("\"channels\": [{\"email\": \"cy@example.com\",\n\"from\": \"bad\"}]", "'from' is one of plain, notable, severe.")]
    [InlineData("\"channels\": [{\"email\": \"cy@example.com\",\n\"from\": 2}]", "'from' is a text.")]
    [InlineData("\"channels\": [{\n\"email\": \"cy\"}]", "'email' is no mail address that we send to.")]
    [InlineData("\"channels\": [{\n\"email\": \"cy@example.com\\n\"}]", "'email' is no mail address that we send to.")]
    [InlineData("\"channels\": [{\n\"webhook\": \"http://example.com/hook\"}]", Webhook)]
    [InlineData("\"channels\": [{\n\"webhook\": \"https://cy:word@example.com/hook\"}]", Webhook)]
    [InlineData("\"channels\": [{\n\"webhook\": \"https://xn--ä/hook\"}]", Webhook)]
    [InlineData("\"channels\": [{\n\"webhook\": \"/hook\"}]", Webhook)]
    [InlineData("\"channels\": [{\n\"webhook\": \"secret:Own\"}]", Webhook)]
    [InlineData("\"channels\": [{\n\"slack\": \"https://hooks.slack.com/services/T0/B0/word\"}]", "'slack' " + Chat)]
    [InlineData("\"channels\": [{\n\"teams\": \"secret:\"}]", "'teams' " + Chat)]
    [InlineData("\"channels\": [{\n\"discord\": \"secret:a23456789012345678901234567890123456789012\"}]", "'discord' " + Chat)]
    [InlineData("\"channels\": [{\n\"discord\": \"secret:a\\n\"}]", "'discord' " + Chat)]
    [InlineData(
        "\"channels\": [{\"slack\": \"secret:a\"},\n{\"slack\": \"secret:a\", \"from\": \"severe\"}]",
        "channel 'slack a' is there twice."
    )]
    [InlineData(
        "\"channels\": [{\"email\": \"cy@example.com\"},\n{\"email\": \"CY@example.com\"}]",
        "channel 'email C…@example.com' is there twice."
    )]
    [InlineData(
        "\"channels\": [{\"webhook\": \"https://example.com\"},\n{\"webhook\": \"https://EXAMPLE.com:443/\"}]",
        "channel 'webhook example.com' is there twice."
    )]
    public void Read_RefusesTheLine_WhenAChannelIsWrong(string subscriber, string problem) => ShouldRefuse(subscriber, problem);

    [Theory]
    [InlineData("\n\"digest\": \"hourly\"", "'digest' is an object with plain, notable, severe and at.")]
    [InlineData("\"digest\": {\n\"plain\": \"daily\"}", "'plain' is one of instant, hourly, end-of-day.")]
    [InlineData("\"digest\": {\n\"notable\": \"Hourly\"}", "'notable' is one of instant, hourly, end-of-day.")]
    [InlineData("\"digest\": {\n\"severe\": true}", "'severe' is a text.")]
    [InlineData("\"digest\": {\n\"at\": \"5 pm\"}", "'at' is a time such as 22:00.")]
    [InlineData("\"digest\": {\n\"when\": \"17:30\"}", "unknown key 'when'; known here: plain, notable, severe, at.")]
    [InlineData("\n\"caps\": 5", "'caps' is an object with perHour, perDay or both.")]
    [InlineData("\n\"caps\": {}", "'caps' is an object with perHour, perDay or both.")]
    [InlineData("\"caps\": {\n\"perHour\": 0}", "'perHour' is a whole number from 1 to 1000.")]
    [InlineData("\"caps\": {\n\"perDay\": 1001}", "'perDay' is a whole number from 1 to 1000.")]
    [InlineData("\"caps\": {\n\"perDay\": 2.5}", "'perDay' is a whole number from 1 to 1000.")]
    [InlineData("\"caps\": {\n\"perWeek\": 5}", "unknown key 'perWeek'; known here: perHour, perDay.")]
    [InlineData("\n\"proofOfLife\": \"yes\"", "'proofOfLife' is true or false.")]
    [InlineData("\n\"closeOfDay\": \"no\"", "'closeOfDay' is true or false.")]
    [InlineData("\n\"over\": 1", "'over' is true or false.")]
    public void Read_RefusesTheLine_WhenTheRhythmIsWrong(string subscriber, string problem) => ShouldRefuse(subscriber, problem);

    [Theory]
    [InlineData("\n\"vacation\": true", "'vacation' is an object with first and last.")]
    [InlineData("\n\"vacation\": {\"first\": \"2025-02-01\"}", "'last' is missing.")]
    [InlineData(
        "\"vacation\": {\n\"first\": \"1 Feb\", \"last\": \"2025-02-09\"}",
        "'first' is a day such as 2025-02-01, of the years 2000 to 2099."
    )]
    [InlineData(
        "\"vacation\": {\"first\": \"2025-02-01\",\n\"last\": \"9999-12-31\"}",
        "'last' is a day such as 2025-02-01, of the years 2000 to 2099."
    )]
    [InlineData(
        "\"vacation\": {\"first\": \"2025-02-01\",\n\"last\": \"2025-01-31\"}",
        "'last' is 'first' or a later day; a vacation has at most 366 days."
    )]
    [InlineData(
        "\"vacation\": {\"first\": \"2025-02-01\",\n\"last\": \"2026-02-02\"}",
        "'last' is 'first' or a later day; a vacation has at most 366 days."
    )]
    [InlineData("\"vacation\": {\n\"from\": \"2025-02-01\"}", "unknown key 'from'; known here: first, last.")]
    [InlineData("\n\"snooze\": {}", "'snooze' is a list.")]
    [InlineData("\"snooze\": [\n{" + Until + "}]", "an entry of 'snooze' has exactly one of incident, symbol, belowSevere, all.")]
    [InlineData(
        "\"snooze\": [\n{\"all\": true, \"symbol\": \"NVDA\", " + Until + "}]",
        "an entry of 'snooze' has exactly one of incident, symbol, belowSevere, all."
    )]
    [InlineData("\"snooze\": [\n{\"all\": true}]", "'until' is missing: a snooze always ends.")]
    [InlineData("\"snooze\": [{" + Until + ",\n\"all\": false}]", "'all' is true.")]
    [InlineData("\"snooze\": [{" + Until + ",\n\"belowSevere\": 1}]", "'belowSevere' is true or false.")]
    [InlineData("\"snooze\": [{" + Until + ",\n\"symbol\": \"#chips\"}]", "'#chips' is not a symbol: 1 to 12 of A-Z, 0-9, '.' and '-'.")]
    [InlineData(
        "\"snooze\": [{" + Until + ",\n\"incident\": \"chips\"}]",
        "'chips' is no incident's id such as chips-down-20250127 or news-NVDA-20250127."
    )]
    [InlineData(
        "\"snooze\": [{\"all\": true,\n\"until\": \"2025-01-28T21:00:00+01:00\"}]",
        "'until' is an instant in UTC such as 2025-01-28T21:00:00Z, of the years 2000 to 2099."
    )]
    [InlineData(
        "\"snooze\": [{\"all\": true, " + Until + ",\n\"since\": \"0001-01-01T00:00:00Z\"}]",
        "'since' is an instant in UTC such as 2025-01-28T21:00:00Z, of the years 2000 to 2099."
    )]
    [InlineData("\"snooze\": [{\"all\": true, \"since\": \"2025-01-28T21:00:00Z\",\n" + Until + "}]", "'until' is later than 'since'.")]
    [InlineData(
        "\"snooze\": [{\"all\": true, " + Until + ",\n\"for\": \"1h\"}]",
        "unknown key 'for'; known here: incident, symbol, belowSevere, all, since, until."
    )]
    public void Read_RefusesTheLine_WhenASilenceIsWrong(string subscriber, string problem) => ShouldRefuse(subscriber, problem);

    [Fact]
    public void Read_RefusesTheList_WhenThereAreTooManySnoozes() =>
        ShouldRefuse(
            $"\n\"snooze\": [{string.Join(", ", Enumerable.Repeat($"{{\"all\": true, {Until}}}", 51))}]",
            "'snooze' has at most 50 entries."
        );

    private static Subscriber Read(string subscriber) => ReadFile(subscriber).Subscribers[0];

    private static WatchFile ReadFile(string subscriber, params Symbol[] known) =>
        WatchFileParser.Read("watch.json", $"{{\n\"subscribers\": [{{\"email\": \"cy@example.com\", {subscriber}}}]}}", known.ToHashSet());

    private static void ShouldRefuse(string subscriber, string problem, params Symbol[] known) =>
        Should.Throw<InputFileException>(() => ReadFile(subscriber, known)).Message.ShouldBe($"watch.json, line 3: {problem}");
}

using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Subscribers;

namespace MarketAlerts.Core.Tests.Stages.SelfService;

/// <summary>Links of messages that were written to Ana at 14:31, and Ana, who has a mail address and a chat.</summary>
internal static class GivenLink
{
    public const string Ana = "ana@example.com";

    public static readonly ChannelAddress Inbox = ChannelAddress.Email(Ana);

    public static readonly ChannelAddress Chat = new(ChannelKind.Slack, "secret:CHIPS");

    /// <summary>Ana; only the addresses in the list are open.</summary>
    public static Subscriber Profile(params ChannelAddress[] open) =>
        GivenSplit.Profile(Ana, "NVDA falls 5% today", "#chips notable") with
        {
            Channels = [.. new[] { Inbox, Chat }.Select(to => new ChannelChoice(to, Severity.Plain, !open.Contains(to)))],
        };

    public static LinkClaim Claim(LinkPurpose purpose, ChannelAddress? to = null, string? rule = null) =>
        new(SubscriberId.FromAddress(Ana), purpose, Given.At("14:31"), Given.At("14:31").AddDays(14))
        {
            Address = AddressHash.Hash(to ?? Inbox),
            Incident = "NVDA-down-20250127",
            Rule = rule is null ? 0 : SubscriptionHash.Hash(SubscriberId.FromAddress(Ana), Rule.FromText(rule)),
        };
}

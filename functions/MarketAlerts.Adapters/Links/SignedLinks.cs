using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Links;

/// <summary>Signs links with the newest key and reads those of older keys as well. What a token holds: <see cref="LinkToken"/>.</summary>
public sealed class SignedLinks : ISignedLinks, IMailLinks
{
    private readonly LinkOptions _options;
    private readonly string _base;
    private readonly LinkKey[] _keys;

    /// <summary>Takes the keys of the settings.</summary>
    public SignedLinks(LinkOptions options)
    {
        _options = options;
        _base = options.BaseUrl.TrimEnd('/') + "/api/";
        _keys = [.. options.OldKeys.Prepend(options.SigningKey).Select(key => new LinkKey(key))];
    }

    /// <inheritdoc/>
    public string UrlFor(LinkClaim claim)
    {
        var page = LinkWords.WordOf(claim.Purpose) is { } word ? $"action?do={word}&token=" : "unsubscribe?token=";
        return _base + page + LinkToken.Write(claim, _keys[0]);
    }

    /// <inheritdoc/>
    public ReadToken Read(string? token, LinkPurpose purpose, DateTimeOffset now) =>
        LinkToken.Read(token, _keys) switch
        {
            { } claim when claim.Purpose == purpose => claim.ExpiresAt <= now
                ? new ReadToken(LinkState.Ended, null)
                : new ReadToken(LinkState.Open, claim),
            _ => new ReadToken(LinkState.Broken, null),
        };

    /// <inheritdoc/>
    public MailLinks LinksFor(SubscriberId subscriber, ChannelAddress to, string? incidentId, Rule? rule, DateTimeOffset writtenAt)
    {
        var unsubscribe = new LinkClaim(subscriber, LinkPurpose.Unsubscribe, writtenAt, writtenAt.AddDays(_options.UnsubscribeDays))
        {
            Address = AddressHash.Hash(to),
        };
        var links = new MailLinks(UrlFor(unsubscribe));
        // The others change all addresses: not for a whole chat to press.
        return to.Kind is ChannelKind.Email ? WithActions(links, unsubscribe, incidentId, rule) : links;
    }

    private MailLinks WithActions(MailLinks links, LinkClaim written, string? incidentId, Rule? rule)
    {
        var action = written with
        {
            ExpiresAt = written.WrittenAt.AddDays(_options.ActionDays),
            Incident = incidentId ?? "",
            Rule = rule is null ? 0 : SubscriptionHash.Hash(written.Subscriber, rule),
        };
        string? OfIncident(LinkPurpose purpose) => incidentId is null ? null : UrlFor(action with { Purpose = purpose });
        return links with
        {
            Pause = OfIncident(LinkPurpose.Pause),
            OnlySevere = OfIncident(LinkPurpose.OnlySevere),
            Useful = OfIncident(LinkPurpose.Useful),
            Noise = OfIncident(LinkPurpose.Noise),
            Why = OfIncident(LinkPurpose.Why),
            ChangeThreshold = rule is null ? null : UrlFor(action with { Purpose = LinkPurpose.ChangeThreshold }),
        };
    }
}

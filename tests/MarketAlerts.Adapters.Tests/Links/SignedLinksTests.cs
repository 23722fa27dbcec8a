using System.Globalization;
using MarketAlerts.Adapters.Links;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Tests.Links;

public sealed class SignedLinksTests
{
    private const string Incident = "chips-down-20250127";
    private const string Falls = "NVDA falls 5% today";

    /// <summary>Written by hand from the description of the format, with another HMAC than ours.</summary>
    private const string Pinned =
        "ASSk3nsC0QiyeUNP4dUAAAGUqCxAoAAAAZTwRUigAAAAAAAAAAEAAAAAAAAAAk5WREEtZG93bi0yMDI1MDEyN46xZ1XEsjPNirKzC04UGEZSy25UdvItipl8idmxTFsA";

    private static readonly SubscriberId Subscriber = SubscriberId.FromAddress("reader@example.com");
    private static readonly ChannelAddress Address = ChannelAddress.Email("reader@example.com");
    private static readonly DateTimeOffset Now = new(2025, 1, 27, 14, 31, 0, TimeSpan.Zero);

    private readonly SignedLinks _links = Links(1);

    /// <summary>A changed format kills the links of every mail that was sent: the expectation is the text itself.</summary>
    [Fact]
    public void UrlFor_IsPinned_WhenMailsWereSent()
    {
        var claim = new LinkClaim(Subscriber, LinkPurpose.Pause, Now, Now.AddDays(14))
        {
            Address = 1,
            Rule = 2,
            Incident = "NVDA-down-20250127",
        };

        _links.UrlFor(claim).ShouldBe("https://alerts.example.com/api/action?do=pause&token=" + Pinned);
    }

    [Fact]
    public void LinksFor_FillsEveryLink_WhenThereAreAnIncidentAndARule()
    {
        var links = _links.LinksFor(Subscriber, Address, Incident, Rule.FromText(Falls), Now);

        links.ShouldBe(_links.LinksFor(Subscriber, Address, Incident, Rule.FromText(Falls), Now));
        (string? Url, LinkPurpose Purpose, string Page)[] expected =
        [
            (links.Unsubscribe, LinkPurpose.Unsubscribe, "unsubscribe?token="),
            (links.Pause, LinkPurpose.Pause, "action?do=pause&token="),
            (links.OnlySevere, LinkPurpose.OnlySevere, "action?do=severe&token="),
            (links.ChangeThreshold, LinkPurpose.ChangeThreshold, "action?do=trigger&token="),
            (links.Useful, LinkPurpose.Useful, "action?do=useful&token="),
            (links.Noise, LinkPurpose.Noise, "action?do=noise&token="),
            (links.Why, LinkPurpose.Why, "action?do=why&token="),
        ];
        foreach (var (url, purpose, page) in expected)
        {
            url.ShouldNotBeNull().ShouldStartWith($"https://alerts.example.com/api/{page}");
            var claim = _links.Read(TokenOf(url), purpose, Now).Claim.ShouldNotBeNull();
            (claim.Subscriber, claim.Purpose, claim.WrittenAt, claim.Address).ShouldBe(
                (Subscriber, purpose, Now, AddressHash.Hash(Address))
            );
            (claim.Incident, claim.Rule).ShouldBe(
                purpose is LinkPurpose.Unsubscribe ? ("", 0) : (Incident, SubscriptionHash.Hash(Subscriber, Rule.FromText(Falls)))
            );
        }
    }

    [Theory]
    [InlineData(null, null, "Unsubscribe")]
    [InlineData(null, Falls, "Unsubscribe ChangeThreshold")]
    [InlineData(Incident, null, "Unsubscribe Pause OnlySevere Useful Noise Why")]
    public void LinksFor_LeavesOut_WhatDoesNotApply(string? incident, string? rule, string expected)
    {
        var links = _links.LinksFor(Subscriber, Address, incident, rule is null ? null : Rule.FromText(rule), Now);

        string.Join(
                ' ',
                typeof(MailLinks)
                    .GetProperties()
                    .Where(property => property.PropertyType == typeof(string) && property.GetValue(links) is not null)
                    .Select(property => property.Name)
            )
            .ShouldBe(expected);
    }

    [Theory]
    [InlineData(ChannelKind.Slack)]
    [InlineData(ChannelKind.Teams)]
    [InlineData(ChannelKind.Discord)]
    [InlineData(ChannelKind.Webhook)]
    public void LinksFor_OnlyUnsubscribes_WhereOthersSeeTheLinks(ChannelKind kind)
    {
        var links = _links.LinksFor(Subscriber, new ChannelAddress(kind, "secret:desk"), Incident, Rule.FromText(Falls), Now);

        links.ShouldBe(new MailLinks(links.Unsubscribe));
        _links.Read(TokenOf(links.Unsubscribe), LinkPurpose.Unsubscribe, Now).State.ShouldBe(LinkState.Open);
    }

    [Theory]
    [InlineData(LinkPurpose.Unsubscribe, 400)]
    [InlineData(LinkPurpose.Pause, 14)]
    public void Read_SaysEnded_FromTheMomentALinkExpires(LinkPurpose purpose, int days)
    {
        var links = _links.LinksFor(Subscriber, Address, Incident, Rule.FromText(Falls), Now);
        var token = TokenOf(purpose is LinkPurpose.Unsubscribe ? links.Unsubscribe : links.Pause!);

        _links.Read(token, purpose, Now.AddDays(days).AddMilliseconds(-1)).State.ShouldBe(LinkState.Open);
        _links.Read(token, purpose, Now.AddDays(days)).ShouldBe(new ReadToken(LinkState.Ended, null));
    }

    [Fact]
    public void Read_SaysBroken_WhenTheLinkIsForSomethingElse()
    {
        foreach (var written in Enum.GetValues<LinkPurpose>())
        {
            var token = TokenOf(_links.UrlFor(new LinkClaim(Subscriber, written, Now, Now.AddDays(1))));
            foreach (var asked in Enum.GetValues<LinkPurpose>())
            {
                _links.Read(token, asked, Now).State.ShouldBe(asked == written ? LinkState.Open : LinkState.Broken);
            }
        }
    }

    [Fact]
    public void Read_TakesOldKeys_WhileTheyAreInTheSettings()
    {
        var token = TokenOf(Links(1).LinksFor(Subscriber, Address, Incident, Rule.FromText(Falls), Now).Pause!);

        Links(2, 3, 1).Read(token, LinkPurpose.Pause, Now).State.ShouldBe(LinkState.Open);
        Links(2, 3).Read(token, LinkPurpose.Pause, Now).State.ShouldBe(LinkState.Broken);
        Links(2, 1)
            .LinksFor(Subscriber, Address, null, null, Now)
            .ShouldBe(Links(2).LinksFor(Subscriber, Address, null, null, Now), "the newest key signs");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A")]
    [InlineData(".")]
    [InlineData("%%%.%%%")]
    [InlineData("\ud800.\ud800")]
    [InlineData("AQ==")]
    public void Read_SaysBroken_WhenTheTokenIsNone(string? token) =>
        _links.Read(token, LinkPurpose.Pause, Now).ShouldBe(new ReadToken(LinkState.Broken, null));

    [Fact]
    public void Read_SaysBroken_WhenBlanksOrPaddingWereAdded()
    {
        var token = TokenOf(_links.LinksFor(Subscriber, Address, Incident, Rule.FromText(Falls), Now).Pause!);

        foreach (
            var same in new[]
            {
                $"{token} ",
                $" {token}",
                $"{token}=",
                $"{token}\n",
                token.Insert(10, "\r\n"),
                token + new string('A', 400),
            }
        )
        {
            _links.Read(same, LinkPurpose.Pause, Now).State.ShouldBe(LinkState.Broken);
        }
    }

    [Fact]
    public void Read_AcceptsNone_OfAHundredThousandForgeries()
    {
        var forger = new TokenForger(20250127, [.. GivenTokens()]);
        var accepted = 0;
        for (var attempt = 0; attempt < 100_000; attempt++)
        {
            var (token, purpose) = forger.Next();
            accepted += _links.Read(token, purpose, Now).State is LinkState.Broken ? 0 : 1;
        }

        accepted.ShouldBe(0);
        forger.Genuine.ShouldAllBe(genuine => _links.Read(genuine.Token, genuine.Purpose, Now).State == LinkState.Open);
    }

    [Fact]
    public void UrlFor_Refuses_WhenTheIncidentIsOverlong() =>
        Should.Throw<ArgumentException>(() =>
            _links.UrlFor(new LinkClaim(Subscriber, LinkPurpose.Pause, Now, Now.AddDays(1)) { Incident = new string('x', 201) })
        );

    [Fact]
    public void UrlFor_ReadsBack_WhenTheIncidentIsAsLongAsItMayBe()
    {
        var claim = new LinkClaim(Subscriber, LinkPurpose.Pause, Now, Now.AddDays(1)) { Incident = new string('x', 200) };

        _links.Read(TokenOf(_links.UrlFor(claim)), LinkPurpose.Pause, Now).Claim.ShouldBe(claim);
    }

    /// <summary>Genuine tokens of two subscribers and several purposes, to change and to take parts of.</summary>
    private IEnumerable<(string Token, LinkPurpose Purpose)> GivenTokens() =>
        from number in Enumerable.Range(0, 20)
        from purpose in Enum.GetValues<LinkPurpose>()
        let reader = SubscriberId.FromAddress(string.Create(CultureInfo.InvariantCulture, $"reader{number % 2}@example.com"))
        let claim = new LinkClaim(reader, purpose, Now.AddHours(-number), Now.AddDays(14))
        {
            Incident = number % 3 is 0 ? "" : Incident,
            Rule = number,
        }
        select (TokenOf(_links.UrlFor(claim)), purpose);

    private static SignedLinks Links(byte key, params byte[] old) =>
        new(
            new LinkOptions
            {
                BaseUrl = "https://alerts.example.com/",
                SigningKey = KeyOf(key),
                OldSigningKeys = string.Join(", ", old.Select(KeyOf)),
            }
        );

    private static string KeyOf(byte fill) => Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray());

    private static string TokenOf(string url) => url.Split("token=")[1];
}

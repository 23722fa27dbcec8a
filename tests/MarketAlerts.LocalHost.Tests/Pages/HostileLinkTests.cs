using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.SelfService;

namespace MarketAlerts.LocalHost.Tests.Pages;

public sealed class HostileLinkTests : IAsyncLifetime
{
    private const string Script = "\"><script>alert(1)</script><b x='";
    private PageHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await PageHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Scanner_ChangesNothing_WhenItOpensEveryLinkOfAMail()
    {
        var before = await _host.StoredAsync();

        foreach (var url in AllLinks())
        {
            (await _host.GetAsync(url)).Status.ShouldBe(200);
            (await _host.SendAsync(HttpMethod.Head, url, null)).Status.ShouldBe(200);
            foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options, HttpMethod.Patch })
            {
                (await _host.SendAsync(method, url, null)).Status.ShouldBe(405);
            }
        }

        before.ShouldContain("profile|");
        (await _host.StoredAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Pages_ForbidEverythingElse_WhateverTheyShow()
    {
        foreach (
            var page in new[]
            {
                await _host.GetAsync(_host.Links().Pause!),
                await _host.GetAsync("https://alerts.example.com/api/action"),
                await _host.PostAsync(_host.Links().Noise!),
            }
        )
        {
            string Header(string name) => string.Join(',', page.Headers.GetValues(name));
            Header("Content-Security-Policy")
                .ShouldMatch(
                    "^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; form-action 'self'; base-uri 'none'; "
                        + "frame-ancestors 'none'$"
                );
            Header("Referrer-Policy").ShouldBe("no-referrer");
            Header("Cache-Control").ShouldBe("no-store");
            Header("X-Robots-Tag").ShouldBe("noindex, nofollow");
            Header("X-Content-Type-Options").ShouldBe("nosniff");
            Header("Strict-Transport-Security").ShouldBe("max-age=31536000"); // Other hosts of the domain are not ours to bind.
            page.ContentHeaders.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
            page.Text.ShouldNotContain("<script");
        }
    }

    [Fact]
    public async Task Links_OpenNothing_WhenTheyAreBroken()
    {
        var before = await _host.StoredAsync();
        var links = _host.Links();
        var token = links.Pause!.Split("token=")[1];
        string[] broken =
        [
            links.Pause[..^1],
            links.Pause + "A",
            links.Pause + "%00",
            links.Pause + "&token=x",
            "https://alerts.example.com/api/action?do=pause",
            "https://alerts.example.com/api/unsubscribe",
            $"https://alerts.example.com/api/action?do=severe&token={token}",
            $"https://alerts.example.com/api/action?do=&token={token}",
            $"https://alerts.example.com/api/action?token={token}",
            $"https://alerts.example.com/api/action?do=PAUSE&token={token}",
            $"https://alerts.example.com/api/unsubscribe?token={token}",
            $"https://alerts.example.com/api/action?do=pause&token={new string('A', 4000)}",
            $"https://alerts.example.com/api/action?do={Uri.EscapeDataString(Script)}&token={token}",
            $"https://alerts.example.com/api/action?do=pause&token={Uri.EscapeDataString(Script)}",
        ];
        foreach (var url in broken)
        {
            var (shown, done) = (await _host.GetAsync(url), await _host.PostAsync(url, ("until", "week")));
            (shown.Status, shown.HasForm, done.Status).ShouldBe((400, false, 400), url);
            shown.Text.ShouldNotContain("alert(1)");
        }

        (await _host.StoredAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Pages_EncodeTheIncident_WhenItsNameIsHtml()
    {
        var links = _host.Links(incident: Script);
        var shown = new List<Page>();
        foreach (var url in new[] { links.Pause!, links.Useful!, links.Noise!, links.Why! })
        {
            shown.AddRange([await _host.GetAsync(url), await _host.PostAsync(url, ("until", "week"))]);
        }

        shown.Add(await _host.GetAsync(_host.FootLink(LinkPurpose.Resume)));
        shown.ShouldAllBe(page => page.Status == 200 && !page.Text.Contains("<script") && !page.Text.Contains("<b x"));
        shown.ShouldAllBe(page => page.Text.Contains("&lt;script&gt;"));
    }

    [Fact]
    public async Task Pages_EncodeTheRule_WhenItsPhraseIsHtml()
    {
        const string rule = "news NVDA \"<script>alert(1)</script>\" 5x";
        await _host.SaveAsync(_host.Subscriber with { Rules = [Rule.FromText(rule)] });

        var shown = await _host.GetAsync(_host.Links(rule).ChangeThreshold!);
        var wrong = await _host.PostAsync(_host.Links(rule).ChangeThreshold!, ("trigger", Script));
        var changed = await _host.PostAsync(_host.Links(rule).ChangeThreshold!, ("trigger", "6"));

        foreach (var page in new[] { shown, wrong, changed })
        {
            page.Text.ShouldNotContain("<script");
            page.Text.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        }

        (shown.Status, wrong.Status, changed.Status).ShouldBe((200, 422, 200));
        (await _host.ProfileAsync()).Rules.ShouldBe([Rule.FromText(rule.Replace("5x", "6x", StringComparison.Ordinal))]);
    }

    [Theory]
    [InlineData("NVDA falls 5% today", "6% today once and news \"x")]
    [InlineData("NVDA falls 5% today", "6\n7")]
    [InlineData("NVDA notable", "6")] // A rule the link is not about.
    [InlineData("AMD falls 5% today", "6")] // A rule the subscriber does not have.
    public async Task Threshold_ChangesNothing_WhenTheFormIsForged(string shown, string threshold)
    {
        var link = _host.Links(shown is "NVDA falls 5% today" ? shown : "NVDA below 7").ChangeThreshold!;

        (await _host.PostAsync(link, ("rule", shown), ("trigger", threshold))).Status.ShouldBe(422);

        (await _host.ProfileAsync()).Rules.ShouldBe([Rule.FromText("NVDA falls 5% today"), Rule.FromText("#chips notable")]);
    }

    [Fact]
    public async Task Resume_ChangesNothing_WhenTheFormIsForged()
    {
        await _host.PostAsync(_host.Links().Pause!, ("until", "week"));

        (await _host.PostAsync(_host.FootLink(LinkPurpose.Resume), ("scope", "<b>"), ("name", Script))).Status.ShouldBe(422);
        (await _host.PostAsync(_host.FootLink(LinkPurpose.Resume), ("scope", "Incident"), ("name", Script))).Status.ShouldBe(200);

        (await _host.ProfileAsync()).Snoozes!.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Pages_SayTheSame_WhenTheSubscriberIsUnknown()
    {
        await _host.SaveAsync(_host.Subscriber with { TimeZone = "America/New_York", Rules = [] });
        var known = await VisitAllAsync();
        _host.Subscriber = _host.Subscriber with { Email = $"{Testing.Azurite.TestStorage.Unique("stranger")}@example.com" };

        var unknown = await VisitAllAsync();

        unknown.ShouldBe(known);
        (await _host.StoredAsync()).ShouldBeEmpty();
    }

    /// <summary>What every page shows and answers, without the tokens of its own links.</summary>
    private async Task<List<(string, int, string)>> VisitAllAsync()
    {
        var shown = new List<(string, int, string)>();
        foreach (var (url, fields) in AllLinks().SelectMany(url => new[] { (url, (string?)null), (url, "post") }))
        {
            var page = fields is null
                ? await _host.GetAsync(url)
                : await _host.PostAsync(url, ("until", "week"), ("scope", "All"), ("trigger", "6"));
            shown.Add(
                (
                    url.Split("token=")[0],
                    page.Status,
                    System.Text.RegularExpressions.Regex.Replace(page.Text.Split("</head>")[1], "token=[A-Za-z0-9_-]+", "token=")
                )
            );
        }

        return shown;
    }

    private IEnumerable<string> AllLinks()
    {
        var links = _host.Links();
        return
        [
            _host.FootLink(LinkPurpose.Resume),
            links.Pause!,
            links.OnlySevere!,
            links.ChangeThreshold!,
            links.Useful!,
            links.Noise!,
            links.Why!,
            links.Unsubscribe,
            _host.FootLink(LinkPurpose.EndLinks),
        ];
    }
}

using System.Text.Json;

namespace MarketAlerts.LocalHost.Tests.Pages;

public sealed class HealthTests : IAsyncLifetime
{
    private const string Url = "https://alerts.example.com/api/health";
    private PageHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await PageHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Get_Says200_WhenTheTablesAreRead()
    {
        var page = await _host.GetAsync(Url);

        page.Status.ShouldBe(200);
        page.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000"]);
        page.ContentHeaders.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");
        using var json = JsonDocument.Parse(page.Text);
        json.RootElement.GetProperty("status").GetString().ShouldBe("ok");
        json.RootElement.GetProperty("checkedAt").GetDateTimeOffset().ShouldBe(_host.Time.GetUtcNow());
        json.RootElement.GetProperty("parts")
            .EnumerateObject()
            .Select(part => $"{part.Name} {part.Value}")
            .ShouldBe(["catalog ok", "subscribers ok", "sources ok"]);
    }

    [Fact]
    public async Task Get_Says503WithThePart_AndNothingMore_WhenItCannotBeRead()
    {
        _host.Catalog.Down = true;

        var page = await _host.GetAsync(Url);

        page.Status.ShouldBe(503);
        page.Text.ShouldContain("\"catalog\":\"fails\"");
        page.Text.ShouldNotContain("AccountKey");
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Get_LooksOnce_WhenItIsAskedOften()
    {
        for (var asked = 0; asked < 20; asked++)
        {
            await _host.GetAsync(Url);
        }

        _host.Catalog.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task Get_AloneIsAnswered()
    {
        (await _host.SendAsync(HttpMethod.Head, Url, null)).Status.ShouldBe(200);
        (await _host.PostAsync(Url)).Status.ShouldBe(405);
    }
}

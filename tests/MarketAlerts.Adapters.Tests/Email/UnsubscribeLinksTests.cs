using System.ComponentModel.DataAnnotations;
using MarketAlerts.Adapters.Email;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Tests.Email;

public sealed class UnsubscribeLinksTests
{
    private static readonly SubscriberId Reader = SubscriberId.Of("reader@example.com");

    private readonly UnsubscribeLinks _links = Links(1);

    [Fact]
    public void UrlFor_ReadsBack_WhenTheTokenIsGenuine()
    {
        var url = _links.UrlFor(Reader);

        url.ShouldStartWith("https://alerts.example.com/api/unsubscribe?token=");
        _links.Read(TokenOf(url)).ShouldBe(Reader);
        _links.UrlFor(Reader).ShouldBe(url);
    }

    [Fact]
    public void Read_ReturnsNull_WhenAnyLetterIsAltered()
    {
        var token = TokenOf(_links.UrlFor(Reader));
        for (var index = 0; index < token.Length; index++)
        {
            foreach (var other in "ABab01_-.")
            {
                var altered = token[..index] + other + token[(index + 1)..];
                _links.Read(altered).ShouldBe(altered == token ? Reader : null);
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("MTAxMjM0NTY3ODlhYmNkZWY")]
    [InlineData("MTAxMjM0NTY3ODlhYmNkZWY.")]
    [InlineData("%%%.%%%")]
    [InlineData("M.M")]
    [InlineData("\ud800.\ud800")]
    public void Read_ReturnsNull_WhenTheTokenIsBroken(string? token) => _links.Read(token).ShouldBeNull();

    [Fact]
    public void Read_ReturnsNull_WhenTheTokenIsOverlong() =>
        _links.Read(TokenOf(_links.UrlFor(Reader)) + new string('A', 200)).ShouldBeNull();

    [Fact]
    public void Read_ReturnsNull_WhenAnotherKeySigned() => _links.Read(TokenOf(Links(2).UrlFor(Reader))).ShouldBeNull();

    [Fact]
    public void Read_ReturnsNull_WhenSomebodyElsesSignatureIsBorrowed()
    {
        var mine = TokenOf(_links.UrlFor(Reader)).Split('.');
        var theirs = TokenOf(_links.UrlFor(SubscriberId.Of("other@example.com"))).Split('.');

        _links.Read($"{theirs[0]}.{mine[1]}").ShouldBeNull();
    }

    [Theory]
    [InlineData("https://alerts.example.com", 32, true)]
    [InlineData("http://127.0.0.1:7071/", 64, true)]
    [InlineData("https://alerts.example.com", 31, false)]
    [InlineData("alerts.example.com", 32, false)]
    [InlineData("ftp://alerts.example.com", 32, false)]
    [InlineData("", 32, false)]
    public void Validate_Decides_WhenSettingsAreRead(string url, int keyBytes, bool valid)
    {
        var options = new LinkOptions { BaseUrl = url, SigningKey = Convert.ToBase64String(new byte[keyBytes]) };

        Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true).ShouldBe(valid);
    }

    private static UnsubscribeLinks Links(byte key) =>
        new(new LinkOptions { BaseUrl = "https://alerts.example.com/", SigningKey = Convert.ToBase64String(Enumerable.Repeat(key, 32).ToArray()) });

    private static string TokenOf(string url) => url[(url.IndexOf('=', StringComparison.Ordinal) + 1)..];
}

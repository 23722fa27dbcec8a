using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using MarketAlerts.Adapters.Channels.Webhooks.Signed;
using MarketAlerts.Adapters.Links;

namespace MarketAlerts.Adapters.Tests.Links;

public sealed class LinkOptionsTests
{
    [Theory]
    [InlineData("https://alerts.example.com", 32, true)]
    [InlineData("http://127.0.0.1:7071/", 64, true)]
    [InlineData("https://alerts.example.com", 31, false)]
    [InlineData("alerts.example.com", 32, false)]
    [InlineData("ftp://alerts.example.com", 32, false)]
    [InlineData("https://alerts.example.com/?a=b", 32, false)]
    [InlineData("", 32, false)]
    public void Validate_Decides_WhenAddressAndKeyAreRead(string url, int keyBytes, bool valid) =>
        Failures(new LinkOptions { BaseUrl = url, SigningKey = Key(keyBytes) }).Length.ShouldBe(valid ? 0 : 1);

    [Theory]
    [InlineData("", null)]
    [InlineData("32", null)]
    [InlineData("32, 48 ,", null)]
    [InlineData("32,31", "Links:OldSigningKeys must be base64 of at least 32 random bytes each, with commas between them.")]
    public void Validate_Decides_WhenOldKeysAreRead(string lengths, string? problem)
    {
        var keys = lengths.Split(',').Select(length => int.TryParse(length, out var bytes) ? Key(bytes) : length);

        Failures(Given(options => options.OldSigningKeys = string.Join(',', keys))).ShouldBe(problem is null ? [] : [problem]);
    }

    // Zeros, one byte again and again, a short pattern, the words of the sample, and base64 of them.
    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=")]
    [InlineData("AQIDBAECAwQBAgMEAQIDBAECAwQBAgMEAQIDBAECAwQ=")]
    [InlineData("PUT 32 RANDOM BYTES HERE, BASE64: openssl rand -base64 32")]
    [InlineData("c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0")]
    public void Validate_Refuses_WhenAKeyCanBeGuessed(string key)
    {
        Failures(Given(options => options.SigningKey = key))
            .ShouldBe(["Links:SigningKey must be base64 of at least 32 random bytes: openssl rand -base64 32"]);
        Failures(Given(options => options.OldSigningKeys = $"{Key(32)}, {key.Replace(",", "", StringComparison.Ordinal)}"))
            .Length.ShouldBe(1);
        WebhookKeys.TryParse(key, out _).ShouldBeFalse();
    }

    [Fact]
    public void Validate_SaysTheRange_WhenDaysAreOutOfIt()
    {
        Failures(Given(options => options.UnsubscribeDays = 29)).ShouldBe(["The field UnsubscribeDays must be between 30 and 3650."]);
        Failures(Given(options => options.ActionDays = 401)).ShouldBe(["The field ActionDays must be between 1 and 400."]);
    }

    private static LinkOptions Given(Action<LinkOptions> change)
    {
        var options = new LinkOptions { BaseUrl = "https://alerts.example.com", SigningKey = Key(32) };
        change(options);
        return options;
    }

    private static string Key(int bytes) => Convert.ToBase64String(SHA512.HashData([1])[..bytes]);

    private static string[] Failures(LinkOptions options)
    {
        var failures = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), failures, validateAllProperties: true);
        return [.. failures.Select(failure => failure.ErrorMessage!)];
    }
}

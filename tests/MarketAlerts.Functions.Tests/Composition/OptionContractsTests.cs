using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MarketAlerts.Functions.Tests.Composition;

public sealed class OptionContractsTests
{
    [Theory]
    [InlineData("Storage:ConnectionString", null, "Set either Storage:ConnectionString (Azurite) or Storage:TableServiceUri (Azure, managed identity).")]
    [InlineData("Storage:TableServiceUri", "https://a.table.core.windows.net", "Set either Storage:ConnectionString (Azurite) or Storage:TableServiceUri")]
    [InlineData("ServiceBus:FullyQualifiedNamespace", null, "Set ServiceBus:FullyQualifiedNamespace, for example market-alerts.servicebus.windows.net.")]
    [InlineData("ServiceBus:FullyQualifiedNamespace", "https://a.b", "ServiceBus:FullyQualifiedNamespace is a host name without https://.")]
    [InlineData("Links:BaseUrl", null, "The BaseUrl field is required.")]
    [InlineData("Links:BaseUrl", "alerts", "BaseUrl must be an http or https address without query and fragment.")]
    [InlineData("Links:SigningKey", null, "The SigningKey field is required.")]
    [InlineData("Links:SigningKey", "PUT 32 RANDOM BYTES HERE", "SigningKey must be base64 of at least 32 bytes.")]
    [InlineData("Email:From", "nobody", "The field From must match the regular expression")]
    [InlineData("Email:Smtp:Port", "0", "The field Port must be between 1 and 65535.")]
    [InlineData("Email:Smtp:Security", "9", "The field Security is invalid.")]
    [InlineData("Delivery:Buckets", "0", "The field Buckets must be between 1 and 1024.")]
    [InlineData("Guards:StaleAfterSeconds", "1", "The field StaleAfterSeconds must be between 5 and 86400.")]
    [InlineData("Bars:NotablePercent", "0", "The field NotablePercent must be between 0.1 and 100.")]
    public async Task Validate_SaysWhatIsRight_WhenASettingIsMissingOrWrong(string key, string? value, string message)
    {
        await using var services = GivenApp.Build((key, value));

        var failure = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        failure.Failures.ShouldHaveSingleItem().ShouldContain(message);
    }

    [Fact]
    public async Task Validate_Passes_WhenTheSettingsAreRight()
    {
        await using var services = GivenApp.Build(("Storage:ConnectionString", null), ("Storage:TableServiceUri", "https://a.table.core.windows.net"));

        Should.NotThrow(() => services.GetRequiredService<IStartupValidator>().Validate());
    }
}

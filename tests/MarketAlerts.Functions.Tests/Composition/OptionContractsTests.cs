using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Functions.Tests.Composition;

public sealed class OptionContractsTests
{
    private static readonly FakeTimeProvider Today = new(new DateTimeOffset(2025, 1, 27, 14, 30, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(
        "Storage:ConnectionString",
        null,
        "Set either Storage:ConnectionString (Azurite) or Storage:TableServiceUri (Azure, managed identity)."
    )]
    [InlineData(
        "Storage:TableServiceUri",
        "https://a.table.core.windows.net",
        "Set either Storage:ConnectionString (Azurite) or Storage:TableServiceUri"
    )]
    [InlineData(
        "ServiceBus:FullyQualifiedNamespace",
        null,
        "Set ServiceBus:FullyQualifiedNamespace, for example market-alerts.servicebus.windows.net, or on a laptop ServiceBus to the "
            + "connection string of the emulator."
    )]
    [InlineData("ServiceBus:FullyQualifiedNamespace", "https://a.b", "ServiceBus:FullyQualifiedNamespace is a host name without https://.")]
    [InlineData("Links:BaseUrl", null, "The BaseUrl field is required.")]
    [InlineData("Links:BaseUrl", "alerts", "BaseUrl must be an http or https address without query and fragment.")]
    [InlineData("Links:SigningKey", null, "The SigningKey field is required.")]
    [InlineData(
        "Links:SigningKey",
        "PUT 32 RANDOM BYTES HERE",
        "Links:SigningKey must be base64 of at least 32 random bytes: openssl rand -base64 32"
    )]
    [InlineData(
        "Links:SigningKey",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "Links:SigningKey must be base64 of at least 32 random bytes: openssl rand -base64 32"
    )]
    [InlineData("Email:From", "nobody", "The field From must match the regular expression")]
    [InlineData("Email:Smtp:Port", "0", "The field Port must be between 1 and 65535.")]
    [InlineData("Email:Smtp:Security", "9", "The field Security is invalid.")]
    [InlineData("Email:Provider", "Pigeon", "Email:Provider is Smtp, Acs or SendGrid.")]
    [InlineData("Quotes:Sources:0", "ticker-tape", "Quotes:Sources names only massive, alpaca, tiingo, twelve-data, finnhub, stooq.")]
    [InlineData("Delivery:Buckets", "0", "The field Buckets must be between 1 and 1024.")]
    [InlineData("Guards:StaleAfterSeconds", "1", "The field StaleAfterSeconds must be between 5 and 86400.")]
    [InlineData("Calendar:WarnBeforeDays", "30", "The field WarnBeforeDays must be between 31 and 1000.")]
    [InlineData("Latency:BudgetSeconds", "0", "The field BudgetSeconds must be between 1 and 3600.")]
    [InlineData("Retention:FiledDays", "7", "The field FiledDays must be between 8 and 400.")]
    [InlineData("Thresholds:NotablePercent", "0", "The field NotablePercent must be between 0.1 and 100.")]
    public async Task Validate_SaysWhatIsRight_WhenASettingIsMissingOrWrong(string key, string? value, string message)
    {
        await using var services = GivenApp.BuildAt(Today, (key, value));

        var failure = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        failure.Failures.ShouldHaveSingleItem().ShouldContain(message);
    }

    [Fact]
    public async Task Validate_SaysAllThatIsWrong_AtOnce()
    {
        await using var services = GivenApp.BuildAt(
            Today,
            ("Links:SigningKey", null),
            ("Email:Provider", "Pigeon"),
            ("Quotes:Sources:0", "ticker-tape"),
            ("Delivery:Buckets", "0"),
            ("Retention:FiledDays", "7")
        );

        var failure = Should.Throw<AggregateException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        failure.InnerExceptions.Cast<OptionsValidationException>().SelectMany(wrong => wrong.Failures).Count().ShouldBe(5);
    }

    // A setting that is there and empty is one that is not there.
    [Fact]
    public async Task Build_TakesTheNamespace_WhenTheEmulatorIsEmpty()
    {
        await using var services = GivenApp.BuildAt(
            Today,
            ("ServiceBus", ""),
            ("Storage:ConnectionString", ""),
            ("Storage:TableServiceUri", "https://a.table.core.windows.net")
        );

        Should.NotThrow(() => services.GetRequiredService<IStartupValidator>().Validate());
        services.GetRequiredService<Azure.Data.Tables.TableServiceClient>().Uri.Host.ShouldBe("a.table.core.windows.net");
        services.GetRequiredService<Core.Messages.IMessagePublisher>().ShouldNotBeNull();
    }

    [Fact]
    public async Task Validate_Passes_WhenTheSettingsAreRight()
    {
        await using var services = GivenApp.BuildAt(
            Today,
            ("Storage:ConnectionString", null),
            ("Storage:TableServiceUri", "https://a.table.core.windows.net")
        );

        Should.NotThrow(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public async Task Validate_Passes_WhenTheEmulatorStandsInForServiceBus()
    {
        await using var services = GivenApp.BuildAt(
            Today,
            ("ServiceBus:FullyQualifiedNamespace", null),
            (
                "ServiceBus",
                "Endpoint=sb://"
                    + "localhost;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;"
            )
        );

        Should.NotThrow(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    // The built-in calendar's last day ends at midnight in New York, 05:00Z. Links and health work without one; CalendarMonitor tells ops.
    [Theory]
    [InlineData("2029-01-01T05:00:00Z")]
    [InlineData("2009-01-01T04:59:59Z")]
    public async Task Validate_Passes_WhenTodayIsOutsideOfTheCalendar(string now)
    {
        await using var services = GivenApp.BuildAt(new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));

        Should.NotThrow(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public async Task Validate_SaysWhatIsWrong_WhenTheCalendarCannotBeRead()
    {
        await using var services = GivenApp.BuildAt(Today, ("Calendar:Document", "{"));

        Should
            .Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate())
            .Message.ShouldNotBeEmpty();
    }
}

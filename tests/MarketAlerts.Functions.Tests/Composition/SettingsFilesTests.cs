using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Functions.Tests.Composition;

public sealed class SettingsFilesTests
{
    private const string ByName = "ChannelSecrets__"; // Its names are the operator's own.

    private static readonly string[] OfTheHost = ["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME"];

    [Fact]
    public void HostJson_IsOfVersion2_WhenTheHostReadsIt()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "functions", "MarketAlerts.Functions", "host.json")));

        json.RootElement.GetProperty("version").GetString().ShouldBe("2.0");
    }

    // A flush may take as long as a function may run, and its message is locked until then; sixteen calls at a time are what docs/cost.md
    // counts with.
    [Theory]
    [InlineData("telemetryMode", "OpenTelemetry")]
    [InlineData("functionTimeout", "00:05:00")]
    [InlineData("extensions.serviceBus.maxConcurrentCalls", "16")]
    [InlineData("extensions.serviceBus.maxAutoLockRenewalDuration", "00:05:00")]
    [InlineData("extensions.serviceBus.prefetchCount", "0")]
    [InlineData("extensions.serviceBus.autoCompleteMessages", "True")]
    public void HostJson_SaysHowMessagesAreTaken(string path, string expected)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "functions", "MarketAlerts.Functions", "host.json")));

        path.Split('.').Aggregate(json.RootElement, (element, name) => element.GetProperty(name)).ToString().ShouldBe(expected);
    }

    [Fact]
    public void Sample_NamesKnownSettings_WhenItIsBound()
    {
        foreach (var key in Sample().Keys.Except(OfTheHost).Where(key => !key.StartsWith(ByName, StringComparison.Ordinal)))
        {
            var name = key.Split("__")[^1];
            Options()
                .Any(options =>
                    Section(options) == string.Join(':', key.Split("__")[..^1])
                    && options
                        .GetProperties()
                        .Any(property => property.CanWrite && string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
                )
                .ShouldBeTrue(key);
        }
    }

    [Fact]
    public async Task Sample_IsValid_WhenTheKeyIsReplaced()
    {
        var settings = Sample()
            .Where(pair => !OfTheHost.Contains(pair.Key) && pair.Key is not "Links__SigningKey")
            .Select(pair => (pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value))
            .ToArray();
        await using var services = GivenApp.BuildAt(
            new FakeTimeProvider(new DateTimeOffset(2025, 1, 27, 14, 30, 0, TimeSpan.Zero)),
            settings
        );

        Should.NotThrow(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    private static Dictionary<string, string> Sample()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "local.settings.sample.json")));
        return json.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!);
    }

    private static IEnumerable<Type> Options() =>
        new[] { typeof(ServiceBusOptions), typeof(Adapters.Tables.StorageOptions), typeof(Core.Wording.SenderOptions) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Where(type => Section(type) is not null);

    private static string? Section(Type type) =>
        type.Name.EndsWith("Options", StringComparison.Ordinal) ? type.GetField("Section")?.GetRawConstantValue() as string : null;

    private static string Root([CallerFilePath] string file = "")
    {
        var folder = Path.GetDirectoryName(file)!;
        while (!File.Exists(Path.Combine(folder, "local.settings.sample.json")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}

using System.Globalization;
using System.Reflection;
using MarketAlerts.Benchmarks.W5;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Ports;
using MarketAlerts.Functions.Composition;
using MarketAlerts.Functions.Triggers;
using MarketAlerts.Testing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Benchmarks.W6;

/// <summary>
/// A process that composes what the Functions app does, says when the first function could run, polls 10,000 symbols and says how much memory it has. Only the messages stay
/// within it, and its clock stands at the close of the session whose quotes the server has.
/// </summary>
internal static class StartProgram
{
    /// <summary>The word that makes the benchmarks' program this one.</summary>
    public const string Word = "start";

    /// <summary>What it says when the options hold and every function is there, with the milliseconds of a processor that this took.</summary>
    public const string Ready = "ready";

    private const int ConcurrentMessages = 16; // As host.json has it.
    private const string Status = "/proc/self/status";
    private static readonly DateTimeOffset Close = new(2025, 1, 27, 21, 0, 0, TimeSpan.Zero);

    /// <summary>Runs it.</summary>
    /// <param name="server">Where quotes, halts and splits are asked for.</param>
    /// <param name="storage">The connection string of the tables.</param>
    public static async Task<int> RunAsync(string server, string storage)
    {
        var messages = new KeptMessages();
        using var host = Compose(server, storage, messages);
        host.Services.GetRequiredService<IStartupValidator>().Validate();
        var functions = Functions().ToDictionary(type => type, type => ActivatorUtilities.CreateInstance(host.Services, type));
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Ready} {Environment.CpuUsage.TotalTime.TotalMilliseconds:0}"));
        await ((PollQuotes)functions[typeof(PollQuotes)]).RunAsync(new TimerInfo(), CancellationToken.None);
        var pages = messages.Take()[QueueNames.QuotePages].ToArray();
        var reader = (ReadQuotes)functions[typeof(ReadQuotes)];
        await Parallel.ForEachAsync(pages, new ParallelOptions { MaxDegreeOfParallelism = ConcurrentMessages }, async (page, token) => await reader.RunAsync(page.Content, token));
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{pages.Length} {KilobytesOf("VmRSS")} {KilobytesOf("VmHWM")}"));
        return 0;
    }

    private static IHost Compose(string server, string storage, KeptMessages messages)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddEnvironmentVariables().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = storage,
            ["ServiceBus:FullyQualifiedNamespace"] = "bus.example.com",
            ["Links:BaseUrl"] = "https://alerts.example.com",
            ["Links:SigningKey"] = TestKeys.Signing,
            ["Quotes:Massive:BaseUrl"] = server,
            ["Quotes:Massive:ApiKey"] = "key",
            ["News:Halts:Address"] = $"{server}/halts",
            ["News:AllowPrivateAddresses"] = "true",
        });
        builder.Services
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Close))
            .AddMarketAlerts(builder.Configuration)
            .AddServiceBusTransport(builder.Configuration)
            .AddQuoteSources(builder.Configuration)
            .AddNewsSources(builder.Configuration)
            .AddSingleton<IMessagePublisher>(messages);
        return builder.Build();
    }

    private static IEnumerable<Type> Functions() => typeof(PollQuotes).Assembly.GetTypes()
        .Where(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Any(method => method.GetCustomAttribute<FunctionAttribute>() is not null));

    private static long KilobytesOf(string name) => File.Exists(Status)
        ? long.Parse(File.ReadLines(Status).First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
        : Environment.WorkingSet / 1_024;
}

#!/usr/bin/env dotnet
#:property PublishAot=false

// The front door of MarketAlerts on a laptop: the demo, a live run, the tests and the benchmarks, without an account anywhere.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

return await Dev.Run(args);

internal static class Dev
{
    private const string Help = """
        MarketAlerts on this machine. It needs the .NET SDK 10 and Node 20 or later.

          dotnet run dev.cs demo     replays a trading day and shows its mails in an inbox
            --scenario PATH          the folder of the day (scenarios/deepseek-monday)
            --speed N|max            how much faster than the clock (300)
            --report FILE            writes a JSON report and ends, instead of keeping the inbox open
          dotnet run dev.cs start    runs against the real clock until Ctrl+C, at first with a sample watch list; what it knows stays in .marketalerts
            --watch FILE             the watch list and rules to begin with
          dotnet run dev.cs mails    writes a mail of every kind, for a look: index.html shows all
            --out FOLDER             where to
          dotnet run dev.cs why      replays a day and says why somebody was or was not told
            --subscriber EMAIL       one of the readers of the scenario
            --scenario PATH          the folder of the day (scenarios/deepseek-monday)
          dotnet run dev.cs test     builds everything and runs every test
            --filter TEXT            only tests whose full name contains the text
          dotnet run dev.cs bench    measures speed, requests and memory beside what one would take instead; some minutes
            --only W1,W2             only these workloads
            --report FILE            writes the figures as JSON
          dotnet run dev.cs send-test  sends a test message and says what the other side answered; without a local.settings.json mail goes to an inbox here
            --to ADDRESS             a mail address, or webhook:URL, slack:URL, teams:URL, discord:URL, slack:secret:NAME
          dotnet run dev.cs webhook-key  prints the key that a webhook's receiver verifies signatures with
            --url URL                the webhook's address
          dotnet run dev.cs apply    brings a watch file into the tables of dev.cs start or a deployment: shows the difference, then enters it
            --watch FILE             the file; what it does not name stays as it is
          dotnet run dev.cs forget   deletes a subscriber with everything about them
            --subscriber EMAIL       whom
          dotnet run dev.cs rebuild  makes watchers and wanted levels anew from the profiles, after a table was lost
            these three also take
            --tables URL             https://ACCOUNT.table.core.windows.net of a deployment, by Entra sign-in; without it Storage__ConnectionString, or what dev.cs start keeps here
            --dry-run                shows and writes nothing
          dotnet run dev.cs redrive  shows the dead letters of a queue and puts them back into it
            --queue NAME             quote-pages, news-feeds, splits, market-events or deliveries
            --namespace HOST         NAME.servicebus.windows.net of a deployment, by Entra sign-in; without it the emulator's that ServiceBus names, or the queues beside the tables of dev.cs start
            --dry-run                shows and moves nothing
          dotnet run dev.cs cost     what a deployment uses and costs in a month, beside a row a symbol, and the limits it comes near
            --symbols N --subscribers N --alerts-per-day N   the deployment; alerts are those of a subscriber and trading day (10000, 1000000, 1)
            --instance-mb N --always-ready N --buckets N --feeds N --events-per-symbol N --keep-days N   what else counts (512, 0, 64, 5, 0.5, 14)
            --prices FILE            JSON that names other prices
            --measure FILE           counts the operations anew in a replay, half a minute, and writes them
          dotnet run dev.cs help     shows this text
        """;

    private const string Needs =
        "MarketAlerts needs Node 20 or later (https://nodejs.org) and the .NET SDK 10 (https://dotnet.microsoft.com/download/dotnet/10.0).";
    private const string LocalHost = "functions/MarketAlerts.LocalHost";
    private const string HostDll = $"{LocalHost}/bin/Release/net10.0/MarketAlerts.LocalHost.dll";
    private const string AzuriteAccount =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;" // Every Azurite has this key: it is no secret.
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>The commands and their options.</summary>
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["demo"] = ["--scenario", "--speed", "--report"],
        ["start"] = ["--watch"],
        ["mails"] = ["--out"],
        ["why"] = ["--scenario", "--subscriber"],
        ["test"] = ["--filter"],
        ["bench"] = ["--only", "--report"],
        ["send-test"] = ["--to"],
        ["webhook-key"] = ["--url"],
        ["apply"] = ["--watch", "--tables", "--dry-run"],
        ["forget"] = ["--subscriber", "--tables", "--dry-run"],
        ["rebuild"] = ["--tables", "--dry-run"],
        ["redrive"] = ["--queue", "--namespace", "--dry-run"],
        ["cost"] =
        [
            "--symbols",
            "--subscribers",
            "--alerts-per-day",
            "--instance-mb",
            "--always-ready",
            "--buckets",
            "--feeds",
            "--events-per-symbol",
            "--keep-days",
            "--prices",
            "--measure",
        ],
        ["help"] = [],
    };

    private static readonly CancellationTokenSource Ending = new();
    private static readonly List<Child> Children = [];
    private static readonly Dictionary<string, string> Options = [];
    private const string Trigger = "ServiceBusTrigger"; // Where the attribute of that name comes from: docs/decisions/0020.
    private const string TriggerFile = "service-bus-trigger.props";
    private const string Restore = "The packages could not be restored, see above: check the network and the NuGet feed.";
    private const string TriggerPackage = "Microsoft.Azure.Functions.Worker.Extensions.ServiceBus";
    private static readonly string[] Asked = Environment.GetEnvironmentVariable(Trigger) is { Length: > 0 } asked
        ? [$"-p:{Trigger}={asked}"]
        : [];
    private static string? _temporary;
    private static bool _mayEnd; // From here on Ctrl+C is the normal end.
    private static int _signal;

    public static string Root { get; } = Path.GetDirectoryName(Self())!;

    public static async Task<int> Run(string[] args)
    {
        using var interrupt = On(PosixSignal.SIGINT, 130);
        using var terminate = On(PosixSignal.SIGTERM, 143);
        using var hangUp = On(PosixSignal.SIGHUP, 129);
        try
        {
            return await Dispatch(Parse(args is ["--", ..] ? args[1..] : args));
        }
        catch (Exception error)
        {
            if (Ending.IsCancellationRequested)
                return _mayEnd ? 0 : _signal;
            Console.Error.WriteLine(
                error is System.ComponentModel.Win32Exception ? $"node, npm or dotnet could not be started: {Needs}" : error.Message
            );
            return error is ArgumentException ? 2 : 1;
        }
        finally
        {
            lock (Children)
                Ending.Cancel(); // Nothing is launched from here on.
            foreach (var child in Enumerable.Reverse(Children))
                await child.End();
            if (_temporary is not null)
                Directory.Delete(_temporary, recursive: true);
        }
    }

    private static async Task<int> Dispatch(string command) =>
        command switch
        {
            "demo" => await Demo(),
            "start" => await Start(),
            "mails" => await Mails(),
            "why" => await Why(),
            "test" => await Test(),
            "bench" => await Bench(),
            "send-test" => await SendTest(),
            "webhook-key" => await WebhookKey(),
            "cost" => await Cost(),
            "apply" or "forget" or "rebuild" or "redrive" => await Operate(command),
            _ => Say(Help),
        };

    private static string Parse(string[] words)
    {
        var command = words is [] or ["-h" or "--help", ..] ? "help" : words[0];
        Usage(
            Known.TryGetValue(command, out var known),
            $"'{command}' is not one of {string.Join(", ", Known.Keys.SkipLast(1))} and help."
        );
        for (var next = 1; next < words.Length; next++)
        {
            Usage(known!.Contains(words[next]), $"{command} has no option '{words[next]}': see dotnet run dev.cs help.");
            Usage(words[next] == "--dry-run" || next + 1 < words.Length, $"{words[next]} needs a value: see dotnet run dev.cs help.");
            Options[words[next]] = words[next] == "--dry-run" ? "" : words[++next];
        }

        return command;
    }

    private static async Task<int> Demo()
    {
        var scenario = Path.GetFullPath(Options.GetValueOrDefault("--scenario", Path.Combine(Root, "scenarios", "deepseek-monday")));
        var speed = Options.GetValueOrDefault("--speed", "300");
        var report = Options.TryGetValue("--report", out var file) ? ReportFile(file) : null;
        Usage(
            File.Exists(Path.Combine(scenario, "scenario.json")),
            $"There is no scenario in {scenario}: a scenario is a folder with a scenario.json."
        );
        Usage(
            speed == "max"
                || (
                    double.TryParse(speed, System.Globalization.CultureInfo.InvariantCulture, out var factor)
                    && factor is > 0 and <= 100_000
                ),
            $"--speed {speed} must be a number above 0, at most 100000, or max."
        );
        await Prepare(LocalHost);
        _temporary = Directory.CreateTempSubdirectory("marketalerts-").FullName;
        var servers = await Servers(["--inMemoryPersistence"], _temporary);
        string[] replay = ["replay", "--scenario", scenario, "--speed", speed];
        _mayEnd = report is null; // Without a report the host keeps the inbox and the links open until Ctrl+C.
        return await Host(report is null ? replay : [.. replay, "--report", report], servers, NewKey());
    }

    private static async Task<int> Start()
    {
        var data = Path.Combine(Root, ".marketalerts"); // The first start watches the sample; what was entered later stays.
        var watch =
            Options.TryGetValue("--watch", out var file) ? Path.GetFullPath(file)
            : Directory.Exists(data) ? null
            : Path.Combine(Root, LocalHost, "sample-watch.json");
        Usage(watch is null || File.Exists(watch), $"There is no file {watch}.");
        await Prepare(LocalHost);
        var servers = await Servers(
            ["--location", Path.Combine(data, "azurite")],
            Directory.CreateDirectory(Path.Combine(data, "mail")).FullName
        );
        await File.WriteAllTextAsync(Path.Combine(data, "storage"), servers.Storage); // For apply and its like, while this runs.
        _mayEnd = true;
        return await Host(watch is null ? ["live"] : ["live", "--watch", watch], servers, KeptKey(Path.Combine(data, "signing-key")));
    }

    private static async Task<int> Operate(string command)
    {
        if (Options.TryGetValue("--watch", out var watch))
            Options["--watch"] = Path.GetFullPath(watch);
        Usage(command != "apply" || File.Exists(Options.GetValueOrDefault("--watch")), "apply needs --watch and a file that exists.");
        Usage(command != "forget" || Options.ContainsKey("--subscriber"), "forget needs --subscriber and a mail address.");
        Usage(command != "redrive" || Options.ContainsKey("--queue"), "redrive needs --queue and its name.");
        await Prepare(LocalHost);
        var given =
            Options.ContainsKey("--tables")
            || Options.ContainsKey("--namespace")
            || IsSet("Storage__ConnectionString")
            || (command == "redrive" && IsSet("ServiceBus"));
        Dictionary<string, string> settings = given
            ? []
            : new() { ["Storage__ConnectionString"] = await KeptStorage(Path.Combine(Root, ".marketalerts")) };
        string[] options = [.. Options.SelectMany(option => option.Value == "" ? new[] { option.Key } : [option.Key, option.Value])];
        return (await Finished(Launch("dotnet", [HostDll, command, .. options], Output.Inherited, settings))).ExitCode;
    }

    private static async Task<string> KeptStorage(string data)
    {
        var note = Path.Combine(data, "storage");
        var storage = File.Exists(note) ? await File.ReadAllTextAsync(note) : "";
        int[] ports =
        [
            .. Regex
                .Matches(storage, @":(\d+)/")
                .Select(port => int.Parse(port.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)),
        ];
        if (ports.Length == 3 && await Answers(ports, "/", "Azurite"))
            return storage; // dev.cs start runs: two servers on one folder would spoil it.
        return Storage(await Step("Starting Azurite", Azurite("--location", Path.Combine(data, "azurite"))));
    }

    private static async Task<int> Mails()
    {
        Usage(Options.TryGetValue("--out", out var folder), "mails needs --out and a folder.");
        await Prepare(LocalHost);
        return (
            await Finished(
                Launch(
                    "dotnet",
                    [$"{LocalHost}/bin/Release/net10.0/MarketAlerts.LocalHost.dll", "mails", "--out", Path.GetFullPath(folder!)],
                    Output.Inherited
                )
            )
        ).ExitCode;
    }

    private static async Task<int> Why()
    {
        var scenario = Path.GetFullPath(Options.GetValueOrDefault("--scenario", Path.Combine(Root, "scenarios", "deepseek-monday")));
        Usage(
            Options.TryGetValue("--subscriber", out var subscriber),
            "why needs --subscriber and a mail address of the scenario's watch.json."
        );
        Usage(
            File.Exists(Path.Combine(scenario, "scenario.json")),
            $"There is no scenario in {scenario}: a scenario is a folder with a scenario.json."
        );
        await Prepare(LocalHost);
        _temporary = Directory.CreateTempSubdirectory("marketalerts-").FullName;
        var servers = await Servers(["--inMemoryPersistence"], _temporary);
        Say("Replaying...");
        return await Host(["why", "--scenario", scenario, "--subscriber", subscriber!], servers, NewKey());
    }

    private static async Task<int> Test()
    {
        await Prepare("MarketAlerts.sln");
        var azurite = await Step("Starting Azurite", Azurite("--inMemoryPersistence"));
        string[] filter = Options.TryGetValue("--filter", out var text) ? ["--filter-method", $"*{text}*", "--ignore-exit-code", "8"] : [];
        Say("Testing...");
        var tests = Launch(
            "dotnet",
            ["test", "--solution", "MarketAlerts.sln", "-c", "Release", "--no-build", "--no-ansi", "--no-progress", .. filter],
            Output.Shown,
            new() { ["MARKETALERTS_TEST_STORAGE"] = Storage(azurite) }
        );
        var code = (await Finished(tests)).ExitCode;
        tests.Starting("failed ").ForEach(test => Say(test)); // Again: thousands of lines may stand between.
        Say($"{tests.Count("succeeded")} passed, {tests.Count("failed")} failed, {tests.Count("skipped")} skipped");
        return code == 0 && tests.Count("failed") == 0 && tests.Count("succeeded") > 0 ? 0 : Math.Max(code, 1);
    }

    private static async Task<int> Bench()
    {
        const string Project = "MarketAlerts.Benchmarks";
        if (Options.TryGetValue("--report", out var file))
            Options["--report"] = ReportFile(file);
        await Prepare($"tests/{Project}");
        var azurite = await Step("Starting Azurite", Azurite("--inMemoryPersistence"));
        string[] run =
        [
            $"tests/{Project}/bin/Release/net10.0/{Project}.dll",
            .. Options.SelectMany(option => new[] { option.Key, option.Value }),
        ];
        return (
            await Finished(Launch("dotnet", run, Output.Inherited, new() { ["MARKETALERTS_TEST_STORAGE"] = Storage(azurite) }))
        ).ExitCode;
    }

    private static async Task<int> SendTest()
    {
        Usage(Options.TryGetValue("--to", out var to), "send-test needs --to and an address: see dotnet run dev.cs help.");
        await Prepare(LocalHost);
        Dictionary<string, string> settings = [];
        if (!to!.Contains(':') && !File.Exists(Path.Combine(Root, "local.settings.json")))
        {
            _temporary = Directory.CreateTempSubdirectory("marketalerts-").FullName;
            var ports = await Step("Starting the inbox", Maildev(_temporary));
            Say($"Inbox: http://127.0.0.1:{ports[1]}");
            (settings["Email__Smtp__Host"], settings["Email__Smtp__Port"]) = ("127.0.0.1", $"{ports[0]}");
        }

        var code = (await Finished(Launch("dotnet", [HostDll, "send-test", "--to", to], Output.Inherited, settings))).ExitCode;
        if (code != 0 || settings.Count == 0 || Console.IsInputRedirected)
            return code;
        Say("The inbox stays open until Ctrl+C.");
        _mayEnd = true;
        await Task.Delay(Timeout.Infinite, Ending.Token);
        return 0;
    }

    private static async Task<int> WebhookKey()
    {
        Usage(Options.TryGetValue("--url", out var url), "webhook-key needs --url and the webhook's address: see dotnet run dev.cs help.");
        await Prepare(LocalHost);
        return (await Finished(Launch("dotnet", [HostDll, "webhook-key", "--url", url!], Output.Inherited))).ExitCode;
    }

    private static async Task<int> Cost()
    {
        if (Options.TryGetValue("--prices", out var prices))
            Options["--prices"] = Path.GetFullPath(prices);
        await Prepare(LocalHost);
        Dictionary<string, string> settings = [];
        if (Options.TryGetValue("--measure", out var file))
        {
            Options["--measure"] = ReportFile(file);
            settings = new()
            {
                ["Storage__ConnectionString"] = Storage(await Step("Starting Azurite", Azurite("--inMemoryPersistence"))),
                ["Links__BaseUrl"] = "http://127.0.0.1:0",
                ["Links__SigningKey"] = NewKey(),
            };
        }

        return (
            await Finished(
                Launch(
                    "dotnet",
                    [HostDll, "cost", .. Options.SelectMany(option => new[] { option.Key, option.Value })],
                    Output.Inherited,
                    settings
                )
            )
        ).ExitCode;
    }

    private static async Task Prepare(string project)
    {
        Must(
            File.Exists(Path.Combine(Root, "MarketAlerts.sln")),
            "dev.cs must lie beside MarketAlerts.sln: run it in a copy of the repository."
        );
        Must(
            Asked is [] or [$"-p:{Trigger}=package" or $"-p:{Trigger}=standin"],
            $"The environment variable {Trigger} must be package or standin."
        );
        foreach (var (tool, least, most) in new[] { ("node", 20, int.MaxValue), ("dotnet", 10, 10) })
        {
            var child = await Finished(Launch(tool, ["--version"]));
            Must(
                int.TryParse(child.Last(1).TrimStart('v').Split('.')[0], out var major) && major >= least && major <= most,
                $"{tool} --version says '{child.Last(1)}': {Needs}"
            );
        }

        var (wanted, installed) = (Path.Combine(Root, "package-lock.json"), Path.Combine(Root, "node_modules", ".package-lock.json"));
        if (!File.Exists(installed) || File.GetLastWriteTimeUtc(installed) < File.GetLastWriteTimeUtc(wanted))
            (
                await Quiet(
                    "Installing Azurite and maildev",
                    OperatingSystem.IsWindows() ? "npm.cmd" : "npm",
                    "ci",
                    "--no-audit",
                    "--no-fund"
                )
            ).MustWork("npm ci failed, see above.");
        if (Asked is [] && !File.Exists(Path.Combine(Root, TriggerFile)))
            await ChooseTrigger();
        (await Quiet("Building", "dotnet", ["build", project, "-c", "Release", "-v:q", "--nologo", .. Asked])).MustWork(
            "The build failed, see above."
        );
    }

    private static async Task ChooseTrigger()
    {
        string[] restore = ["restore", "functions/MarketAlerts.Functions/MarketAlerts.Functions.csproj"];
        var whole = await Quiet("Restoring packages", "dotnet", [.. restore, $"-p:{Trigger}=package"]);
        var lacks = whole.ExitCode != 0 && Regex.IsMatch(whole.Last(200), $@"NU110\d: [^\n]*{Regex.Escape(TriggerPackage)}\b");
        if (lacks)
        {
            (
                await Quiet($"Restoring without {TriggerPackage}, which the feed lacks", "dotnet", [.. restore, $"-p:{Trigger}=standin"])
            ).MustWork(Restore);
            Say($"A stand-in takes its place: everything runs but publishing. Delete {TriggerFile} to try again.");
        }
        else
            whole.MustWork(Restore);
        File.WriteAllText(
            Path.Combine(Root, TriggerFile),
            $"<Project>\n  <PropertyGroup>\n    <{Trigger}>{(lacks ? "standin" : "package")}</{Trigger}>\n  </PropertyGroup>\n</Project>\n"
        );
    }

    private static async Task<(string Storage, int Smtp, string Inbox)> Servers(string[] persistence, string mail)
    {
        var ports = await Step("Starting Azurite and the inbox", Task.WhenAll(Azurite(persistence), Maildev(mail)));
        var inbox = $"http://127.0.0.1:{ports[1][1]}";
        Say($"Inbox: {inbox}");
        return (Storage(ports[0]), ports[1][0], inbox);
    }

    private static Task<int[]> Maildev(string mail) =>
        Serve(
            "The inbox (maildev)",
            2,
            "/api/healthz",
            "true",
            p =>
                [
                    "node_modules/maildev/dist/bin/maildev.js",
                    "--smtp",
                    $"{p[0]}",
                    "--web",
                    $"{p[1]}",
                    "--ip",
                    "127.0.0.1",
                    "--web-ip",
                    "127.0.0.1",
                    "--mail-directory",
                    mail,
                    "--silent",
                ]
        );

    private static Task<int[]> Azurite(params string[] persistence) =>
        Serve(
            "Azurite",
            3,
            "/",
            "Azurite",
            p =>
                [
                    "node_modules/azurite/dist/src/azurite.js",
                    .. persistence,
                    "--silent",
                    "--disableTelemetry",
                    "--skipApiVersionCheck",
                    "--blobPort",
                    $"{p[0]}",
                    "--queuePort",
                    $"{p[1]}",
                    "--tablePort",
                    $"{p[2]}",
                ]
        );

    private static string Storage(int[] ports) =>
        AzuriteAccount
        + string.Concat(
            ports.Zip(["Blob", "Queue", "Table"], (port, service) => $";{service}Endpoint=http://127.0.0.1:{port}/devstoreaccount1")
        );

    private static async Task<int[]> Serve(string name, int count, string path, string answer, Func<int[], string[]> arguments)
    {
        for (var attempt = 1; ; attempt++)
        {
            int[] ports = [.. Enumerable.Range(0, count).Select(_ => FreePort())];
            var (server, clock) = (Launch("node", arguments(ports)), Stopwatch.StartNew());
            while (!server.HasExited && clock.Elapsed < TimeSpan.FromSeconds(60))
            {
                if (await Answers(ports, path, answer) && !server.HasExited)
                    return ports;
                await Task.Delay(100, Ending.Token);
            }

            // One that ended most likely found a port taken since it was picked.
            Must(
                server.HasExited && attempt < 3,
                $"{name} {(server.HasExited ? "ended" : "did not answer for 60 s")}. Its last words: {server.Last(10)}"
            );
        }
    }

    private static async Task<bool> Answers(int[] ports, string path, string answer)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            foreach (var port in ports)
                using (var probe = new TcpClient())
                    await probe.ConnectAsync(IPAddress.Loopback, port);
            using var response = await http.GetAsync(new Uri($"http://127.0.0.1:{ports[^1]}{path}"));
            return $"{response}{await response.Content.ReadAsStringAsync()}".Contains(answer, StringComparison.Ordinal);
        }
        catch (Exception error) when (error is SocketException or HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static async Task<int> Host(string[] mode, (string Storage, int Smtp, string Inbox) servers, string key) =>
        (
            await Finished(
                Launch(
                    "dotnet",
                    [HostDll, .. mode],
                    Output.Inherited,
                    new()
                    {
                        ["Storage__ConnectionString"] = servers.Storage,
                        ["Inbox__Url"] = servers.Inbox,
                        ["Email__Smtp__Host"] = "127.0.0.1",
                        ["Email__Smtp__Port"] = $"{servers.Smtp}",
                        ["Links__BaseUrl"] = $"http://127.0.0.1:{FreePort()}",
                        ["Links__SigningKey"] = key,
                    }
                )
            )
        ).ExitCode;

    private static string KeptKey(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!File.Exists(file))
            using (var writer = new StreamWriter(file, options))
                writer.Write(NewKey());
        return File.ReadAllText(file);
    }

    private static async Task<T> Step<T>(string what, Task<T> work)
    {
        var clock = Stopwatch.StartNew();
        Console.Write($"{what}...");
        while (await Task.WhenAny(work, Task.Delay(2000)) != work)
            Console.Write(Console.IsOutputRedirected ? "" : ".");
        Console.WriteLine($" {clock.Elapsed.TotalSeconds:0} s");
        return await work;
    }

    private static Child Launch(string tool, string[] arguments, Output output = Output.Kept, Dictionary<string, string>? variables = null)
    {
        lock (Children)
        {
            Ending.Token.ThrowIfCancellationRequested();
            Children.Add(new Child(tool, arguments, output, variables ?? []));
            return Children[^1];
        }
    }

    private static PosixSignalRegistration On(PosixSignal signal, int code) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                (context.Cancel, _signal) = (true, code);
                Ending.Cancel();
            }
        );

    private static async Task<Child> Finished(Child child)
    {
        await child.WaitForExitAsync(Ending.Token);
        return child;
    }

    private static Task<Child> Quiet(string step, string tool, params string[] arguments) => Step(step, Finished(Launch(tool, arguments)));

    private static string ReportFile(string name)
    {
        var file = Path.GetFullPath(name);
        Usage(
            Directory.Exists(Path.GetDirectoryName(file)) && !Directory.Exists(file),
            $"--report {file} must be a file in a folder that exists."
        );
        return file;
    }

    private static int FreePort()
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        return ((IPEndPoint)port.LocalEndpoint).Port;
    }

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };

    private static string NewKey() => Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));

    private static string Self([CallerFilePath] string path = "") => path;

    private static void Usage(bool right, string sentence)
    {
        if (!right)
            throw new ArgumentException(sentence);
    }

    private static int Say(string text)
    {
        Console.WriteLine(text);
        return 0;
    }

    public static void Must(bool right, string sentence)
    {
        if (!right)
            throw new InvalidOperationException(sentence);
    }
}

internal enum Output
{
    Kept,
    Shown,
    Inherited,
}

internal sealed class Child : Process
{
    private readonly List<string> _lines = [];
    private readonly bool _gentle;

    public Child(string tool, string[] arguments, Output output, Dictionary<string, string> variables)
    {
        _gentle = tool == "node" || output == Output.Inherited; // A server or the host: they save before they end.
        var read = output != Output.Inherited;
        StartInfo = new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = Dev.Root,
            RedirectStandardOutput = read,
            RedirectStandardError = read,
        };
        foreach (var (name, value) in variables)
            StartInfo.Environment[name] = value;
        StartInfo.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en"; // Its output is searched.
        StartInfo.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // Nothing of a build is to stay behind.
        DataReceivedEventHandler take = (_, line) =>
        {
            lock (_lines)
                if (line.Data is not null)
                    _lines.Add(line.Data);
            if (line.Data is not null && output == Output.Shown)
                Console.WriteLine(line.Data);
        };
        OutputDataReceived += take;
        ErrorDataReceived += take;
        Start();
        if (read)
        {
            BeginOutputReadLine();
            BeginErrorReadLine();
        }
    }

    public string Last(int count)
    {
        lock (_lines)
            return string.Join('\n', _lines.TakeLast(count));
    }

    public void MustWork(string sentence) => Dev.Must(ExitCode == 0, $"{Last(200)}\n{sentence}");

    public List<string> Starting(string text)
    {
        lock (_lines)
            return _lines.FindAll(line => line.StartsWith(text, StringComparison.Ordinal));
    }

    public int Count(string outcome) =>
        int.TryParse(
            Regex.Match(Last(100), $@"^\s*{outcome}: (\d+)", RegexOptions.Multiline | RegexOptions.RightToLeft).Groups[1].Value,
            out var n
        )
            ? n
            : 0;

    public async Task End()
    {
        if (_gentle && !OperatingSystem.IsWindows() && !HasExited && Signal(Id, 15) == 0)
            await Task.WhenAny(WaitForExitAsync(), Task.Delay(5000));
        if (!HasExited)
            Kill(entireProcessTree: true);
        await WaitForExitAsync();
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}

#!/usr/bin/env dotnet
#:property PublishAot=false

// The front door of MarketAlerts on a laptop. The commands are declared in functions/MarketAlerts.LocalHost/Commands: this file builds that
// program, asks it what a command line wants, builds and starts that, and passes the line on.
using System.Diagnostics;
using System.Globalization;
using System.IO.Enumeration;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

return await Dev.Run(args);

internal static class Dev
{
    private const string Needs = "The servers need Node 20 or later: https://nodejs.org.";
    private const string Solution = "MarketAlerts.sln";
    private const string LocalHost = "functions/MarketAlerts.LocalHost";
    private const string HostDll = $"{LocalHost}/bin/Release/net10.0/MarketAlerts.LocalHost.dll";
    private const string Trigger = "ServiceBusTrigger"; // Where the attribute of that name comes from: docs/decisions/0020.
    private const string TriggerFile = "service-bus-trigger.props";
    private const string TriggerPackage = "Microsoft.Azure.Functions.Worker.Extensions.ServiceBus";
    private const string Restore = "The packages could not be restored, see above: check the network and the NuGet feed.";
    private const string AzuriteAccount =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;" // Every Azurite has this key: it is no secret.
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly CancellationTokenSource Ending = new();
    private static readonly List<Child> Children = [];
    private static readonly string[] Asked = Environment.GetEnvironmentVariable(Trigger) is { Length: > 0 } asked
        ? [$"-p:{Trigger}={asked}"]
        : [];
    private static readonly Lazy<string> Temporary = new(() => Directory.CreateTempSubdirectory("marketalerts-").FullName);
    private static bool _mayEnd; // Ctrl+C is the normal end.
    private static int _signal;

    public static string Root { get; } = Path.GetDirectoryName(Self())!;

    public static async Task<int> Run(string[] args)
    {
        using var interrupt = On(PosixSignal.SIGINT, 130);
        using var terminate = On(PosixSignal.SIGTERM, 143);
        using var hangUp = On(PosixSignal.SIGHUP, 129);
        try
        {
            Must(File.Exists(Path.Combine(Root, Solution)), $"dev.cs must lie beside {Solution}: run it in a copy of the repository.");
            return await Pass(args is ["--", ..] ? args[1..] : args);
        }
        catch (Exception error)
        {
            if (Ending.IsCancellationRequested)
                return _mayEnd ? 0 : _signal;
            Console.Error.WriteLine(error is System.ComponentModel.Win32Exception ? $"{error.Message} {Needs}" : error.Message);
            return 1;
        }
        finally
        {
            lock (Children)
                Ending.Cancel(); // Nothing is launched from here on.
            foreach (var child in Enumerable.Reverse(Children))
                await child.End();
            if (Temporary.IsValueCreated)
                Directory.Delete(Temporary.Value, recursive: true);
        }
    }

    private static async Task<int> Pass(string[] words)
    {
        Dictionary<string, string> settings = new() { ["MARKETALERTS_CALLED_FROM"] = Environment.CurrentDirectory };
        await Build([LocalHost], $"{LocalHost}/Commands"); // To read a line and to pick tests it need not know more.
        var plan = await Finished(Launch("dotnet", [HostDll, "plan", .. words], settings));
        if (plan.ExitCode != 0)
        {
            Console.Error.WriteLine(plan.Last(20));
            return plan.ExitCode;
        }

        await Build(plan.After("build "), "functions", "tests");
        var wants = plan.After("want ");
        await Serve(wants, settings);
        _mayEnd = wants.Contains("CtrlC");
        return (await Finished(Launch("dotnet", [HostDll, .. words], settings, inherits: true))).ExitCode;
    }

    // The stamp of a project says since when it is as its sources are: where nothing changed since, the seconds of a build are saved.
    private static async Task Build(string[] projects, params string[] sources)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var changed = sources.SelectMany(Sources).Concat(Directory.GetFiles(Root, "*.props")).Max(File.GetLastWriteTimeUtc);
        string[] stale = [.. projects.Where(project => Asked is not [] || File.GetLastWriteTimeUtc(Stamp(project)) <= changed)];
        if (stale is [])
            return;
        await Compile(stale is [var only] ? only : SolutionOf(stale));
        foreach (var stamp in stale.Where(project => project != Solution).Select(Stamp))
        {
            File.WriteAllText(stamp, "");
            File.SetLastWriteTimeUtc(stamp, now);
        }

        static string Stamp(string project) => Path.Combine(Root, project, "obj", "dev.stamp");
    }

    private static string SolutionOf(string[] projects)
    {
        var (filter, whole) = (Path.Combine(Temporary.Value, "some.slnf"), Path.Combine(Root, Solution).Replace('\\', '/'));
        var files = string.Join(',', projects.Select(project => $"\"{project}/{Path.GetFileName(project)}.csproj\""));
        File.WriteAllText(filter, $$"""{ "solution": { "path": "{{whole}}", "projects": [{{files}}] } }""");
        return filter;
    }

    private static async Task Compile(string target)
    {
        Must(
            Asked is [] or [$"-p:{Trigger}=package" or $"-p:{Trigger}=standin"],
            $"The environment variable {Trigger} must be package or standin."
        );
        if (Asked is [] && !File.Exists(Path.Combine(Root, TriggerFile)))
            await ChooseTrigger();
        var build = await Quiet("Building", "dotnet", ["build", target, "-c", "Release", "-v:q", "--nologo", .. Asked]);
        build.MustWork("The build failed, see above.");
    }

    private static async Task ChooseTrigger()
    {
        string[] restore = ["restore", "functions/MarketAlerts.Functions/MarketAlerts.Functions.csproj"];
        var whole = await Quiet("Restoring packages", "dotnet", [.. restore, $"-p:{Trigger}=package"]);
        var lacks = whole.ExitCode != 0 && Regex.IsMatch(whole.Last(200), $@"NU110\d: [^\n]*{Regex.Escape(TriggerPackage)}\b");
        if (lacks)
        {
            whole = await Quiet(
                $"Restoring without {TriggerPackage}, which the feed lacks",
                "dotnet",
                [.. restore, $"-p:{Trigger}=standin"]
            );
            Console.WriteLine($"A stand-in takes its place: everything runs but publishing. Delete {TriggerFile} to try again.");
        }

        whole.MustWork(Restore);
        var choice = $"  <PropertyGroup>\n    <{Trigger}>{(lacks ? "standin" : "package")}</{Trigger}>\n  </PropertyGroup>\n";
        File.WriteAllText(Path.Combine(Root, TriggerFile), $"<Project>\n{choice}</Project>\n");
    }

    private static async Task Serve(string[] wants, Dictionary<string, string> settings)
    {
        var (data, keeps) = (Path.Combine(Root, ".marketalerts"), wants.Contains("KeptInbox"));
        if (wants.Contains("Azurite") || wants.Contains("KeptAzurite"))
        {
            var storage = await (wants.Contains("Azurite") ? Azurite("--inMemoryPersistence") : KeptStorage(data));
            (settings["Storage__ConnectionString"], settings["MARKETALERTS_TEST_STORAGE"]) = (storage, storage);
        }

        if (wants.Contains("Inbox") || keeps)
        {
            var ports = await Maildev(keeps ? Directory.CreateDirectory(Path.Combine(data, "mail")).FullName : Temporary.Value);
            (settings["Email__Smtp__Host"], settings["Email__Smtp__Port"]) = ("127.0.0.1", $"{ports[0]}");
            settings["Inbox__Url"] = $"http://127.0.0.1:{ports[1]}";
            Console.WriteLine($"Inbox: {settings["Inbox__Url"]}");
        }
    }

    private static async Task<string> KeptStorage(string data)
    {
        var note = Path.Combine(data, "storage");
        var storage = File.Exists(note) ? await File.ReadAllTextAsync(note) : "";
        int[] ports =
        [
            .. Regex.Matches(storage, @":(\d+)/").Select(port => int.Parse(port.Groups[1].ValueSpan, CultureInfo.InvariantCulture)),
        ];
        if (ports.Length == 3 && await Answers(ports, "/", "Azurite"))
            return storage; // dev.cs start runs: two servers on one folder would spoil it.
        storage = await Azurite("--location", Path.Combine(data, "azurite"));
        await File.WriteAllTextAsync(note, storage); // For apply and its like, while this runs.
        return storage;
    }

    private static async Task<string> Azurite(params string[] persistence)
    {
        const string Quiet = "--silent --disableTelemetry --skipApiVersionCheck";
        var ports = await Server(
            "Azurite",
            3,
            "/",
            "Azurite",
            p =>
                [
                    "node_modules/azurite/dist/src/azurite.js",
                    .. persistence,
                    .. $"{Quiet} --blobPort {p[0]} --queuePort {p[1]} --tablePort {p[2]}".Split(' '),
                ]
        );
        var endpoints = ports.Zip(
            ["Blob", "Queue", "Table"],
            (port, service) => $";{service}Endpoint=http://127.0.0.1:{port}/devstoreaccount1"
        );
        return AzuriteAccount + string.Concat(endpoints);
    }

    private static Task<int[]> Maildev(string mail) =>
        Server(
            "The inbox",
            2,
            "/api/healthz",
            "true",
            p =>
                [
                    "node_modules/maildev/dist/bin/maildev.js",
                    .. $"--silent --ip 127.0.0.1 --web-ip 127.0.0.1 --smtp {p[0]} --web {p[1]} --mail-directory".Split(' '),
                    mail,
                ]
        );

    private static async Task<int[]> Server(string name, int count, string path, string answer, Func<int[], string[]> arguments)
    {
        await Install();
        return await Step($"Starting {name}", Started());

        async Task<int[]> Started()
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
                var end = server.HasExited ? "ended" : "did not answer for 60 s";
                Must(server.HasExited && attempt < 3, $"{name} {end}. Its last words: {server.Last(10)}");
            }
        }
    }

    private static async Task Install()
    {
        var version = (await Finished(Launch("node", ["--version"]))).Last(1);
        Must(int.TryParse(version.TrimStart('v').Split('.')[0], out var major) && major >= 20, $"node --version says '{version}'. {Needs}");
        var (wanted, installed) = (Path.Combine(Root, "package-lock.json"), Path.Combine(Root, "node_modules", ".package-lock.json"));
        if (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(wanted))
            return;
        // npm empties the folder that it installs into, which may be another copy's.
        var isLink = new DirectoryInfo(Path.Combine(Root, "node_modules")).LinkTarget is not null;
        Must(!isLink, "node_modules is a link to another folder, which installing would empty: remove the link and run this again.");
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        (await Quiet("Installing Azurite and maildev", npm, "ci", "--no-audit", "--no-fund")).MustWork("npm ci failed, see above.");
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

    private static async Task<T> Step<T>(string what, Task<T> work)
    {
        var clock = Stopwatch.StartNew();
        Console.Write($"{what}...");
        while (await Task.WhenAny(work, Task.Delay(2000)) != work)
            Console.Write(Console.IsOutputRedirected ? "" : ".");
        Console.WriteLine($" {clock.Elapsed.TotalSeconds:0} s");
        return await work;
    }

    private static Task<Child> Quiet(string step, string tool, params string[] words) => Step(step, Finished(Launch(tool, words)));

    private static Child Launch(string tool, string[] words, Dictionary<string, string>? settings = null, bool inherits = false)
    {
        lock (Children)
        {
            Ending.Token.ThrowIfCancellationRequested();
            Children.Add(new Child(tool, words, settings ?? [], inherits));
            return Children[^1];
        }
    }

    private static async Task<Child> Finished(Child child)
    {
        await child.WaitForExitAsync(Ending.Token);
        return child;
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

    private static int FreePort()
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        return ((IPEndPoint)port.LocalEndpoint).Port;
    }

    private static IEnumerable<string> Sources(string folder)
    {
        var path = Path.Combine(Root, folder);
        return !Directory.Exists(path)
            ? []
            : new FileSystemEnumerable<string>(
                path,
                (ref FileSystemEntry entry) => entry.ToFullPath(),
                new() { RecurseSubdirectories = true }
            )
            {
                ShouldIncludePredicate = IsSource,
                ShouldRecursePredicate = IsSource,
            };

        static bool IsSource(ref FileSystemEntry entry) => entry.FileName is not ("bin" or "obj");
    }

    private static string Self([CallerFilePath] string path = "") => path;

    public static void Must(bool right, string sentence)
    {
        if (!right)
            throw new InvalidOperationException(sentence);
    }
}

internal sealed class Child : Process
{
    private readonly List<string> _lines = [];
    private readonly bool _gentle;

    public Child(string tool, string[] words, Dictionary<string, string> settings, bool inherits)
    {
        _gentle = tool == "node" || inherits; // A server or the host: they save before they end.
        StartInfo = new(tool, words)
        {
            WorkingDirectory = Dev.Root,
            RedirectStandardOutput = !inherits,
            RedirectStandardError = !inherits,
        };
        foreach (var (name, value) in settings)
            StartInfo.Environment[name] = value;
        StartInfo.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en"; // Its output is searched.
        StartInfo.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // Nothing of a build is to stay behind.
        DataReceivedEventHandler take = (_, line) =>
        {
            lock (_lines)
                if (line.Data is not null)
                    _lines.Add(line.Data);
        };
        OutputDataReceived += take;
        ErrorDataReceived += take;
        Start();
        if (!inherits)
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

    public string[] After(string word)
    {
        lock (_lines)
            return [.. from line in _lines where line.StartsWith(word, StringComparison.Ordinal) select line[word.Length..]];
    }

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

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using MarketAlerts.Testing.FunctionsHost.Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Testing.FunctionsHost;

/// <summary>
/// Stands in for the Functions host: starts a published app as its worker process and speaks the real gRPC contract with it. It fires
/// nothing by itself; a test invokes the functions, with what the host would give them.
/// </summary>
public sealed class HostDouble : IAsyncDisposable
{
    private const string InvocationHeader = "x-ms-invocation-id";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private readonly WebApplication _server;
    private readonly WorkerStream _stream;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentDictionary<string, int> _invoked = new();
    private readonly Process _worker;
    private int _last;

    private HostDouble(WebApplication server, WorkerStream stream, ProcessStartInfo start)
    {
        (_server, _stream) = (server, stream);
        _worker = new Process { StartInfo = start };
        _worker.OutputDataReceived += (_, line) => Keep(line.Data);
        _worker.ErrorDataReceived += (_, line) => Keep(line.Data);
        _worker.Start();
        _worker.BeginOutputReadLine();
        _worker.BeginErrorReadLine();
    }

    /// <summary>The functions of the worker by name, once it was asked.</summary>
    public IReadOnlyDictionary<string, RpcFunctionMetadata> Functions { get; private set; } = new Dictionary<string, RpcFunctionMetadata>();

    /// <summary>What the worker says it can, such as where it takes HTTP requests.</summary>
    public IReadOnlyDictionary<string, string> Capabilities { get; private set; } = new Dictionary<string, string>();

    /// <summary>The functions that were run, and did not fail.</summary>
    public IReadOnlyCollection<string> Invoked => [.. _invoked.Keys];

    /// <summary>What the worker logged to the host.</summary>
    public IReadOnlyList<RpcLog> Logs => [.. _stream.Logs];

    /// <summary>What the process wrote.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>The process.</summary>
    public int ProcessId => _worker.Id;

    /// <summary>Whether the process is there.</summary>
    public bool IsAlive => !_worker.HasExited;

    /// <summary>Everything that it logged or wrote, for a search.</summary>
    public string Heard => $"{Output}\n{string.Join('\n', _stream.Logs.Select(log => log.ToString()))}";

    /// <summary>Starts the server and the process, and no more.</summary>
    /// <param name="app">The folder that an app was published into.</param>
    /// <param name="settings">The app's settings, as environment variables.</param>
    public static async Task<HostDouble> StartAsync(string app, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var stream = new WorkerStream();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2)
        );
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(stream);
        var server = builder.Build();
        server.MapGrpcService<WorkerStream>();
        await server.StartAsync();
        return new HostDouble(server, stream, StartOf(app, AddressOf(server), settings));
    }

    /// <summary>Greets the worker and loads all its functions, as the host does before it fires any.</summary>
    /// <exception cref="InvalidOperationException">It cannot; the message says what it answered or, if it ended, wrote.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        using var patience = Patient(cancellationToken);
        await OrItsEnd(_stream.Started.Task, patience.Token);
        var greeting = new WorkerInitRequest { HostVersion = "4.1047.0", FunctionAppDirectory = _worker.StartInfo.WorkingDirectory };
        var init = (
            await AskAsync(nameof(StreamingMessage.WorkerInitResponse), new() { WorkerInitRequest = greeting }, patience.Token)
        ).WorkerInitResponse;
        Check("start", init.Result);
        Capabilities = init.Capabilities;
        var question = new FunctionsMetadataRequest { FunctionAppDirectory = _worker.StartInfo.WorkingDirectory };
        var metadata = (
            await AskAsync(nameof(StreamingMessage.FunctionMetadataResponse), new() { FunctionsMetadataRequest = question }, patience.Token)
        ).FunctionMetadataResponse;
        Check("tell its functions", metadata.Result);
        Functions = metadata.FunctionMetadataResults.ToDictionary(function => function.Name);
        foreach (var function in Functions.Values)
        {
            var load = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function };
            Check(
                $"load {function.Name}",
                (await AskAsync(function.FunctionId, new() { FunctionLoadRequest = load }, patience.Token)).FunctionLoadResponse.Result
            );
        }

        await OrItsEnd(ListensAsync(patience.Token), patience.Token);
    }

    /// <summary>Fires a timer function.</summary>
    /// <exception cref="InvalidOperationException">It failed; so with the other invocations.</exception>
    public Task FireAsync(string function, CancellationToken cancellationToken) =>
        InvokeAsync(function, new TypedData { Json = """{"ScheduleStatus":null,"IsPastDue":false}""" }, cancellationToken);

    /// <summary>Gives a queue function a message, as a string.</summary>
    public Task DeliverAsync(string function, string message, CancellationToken cancellationToken) =>
        InvokeAsync(function, new TypedData { String = message }, cancellationToken);

    /// <summary>
    /// Sends a request to an HTTP function as the host does: to the worker's own server, with the invocation's id, while the invocation
    /// goes over the stream.
    /// </summary>
    public async Task<HttpResponseMessage> SendAsync(
        string function,
        HttpMethod method,
        string pathAndQuery,
        HttpContent? content,
        CancellationToken cancellationToken
    )
    {
        using var patience = Patient(cancellationToken);
        var id = NextInvocation();
        using var request = new HttpRequestMessage(method, new Uri(new Uri(Capabilities["HttpUri"]), pathAndQuery)) { Content = content };
        request.Headers.Add(InvocationHeader, id);
        var answer = _http.SendAsync(request, patience.Token);
        var invocation = InvokeAsync(
            function,
            id,
            new TypedData
            {
                Http = new RpcHttp { Method = method.Method, Url = request.RequestUri!.AbsoluteUri },
            },
            patience.Token
        );
        if (await Task.WhenAny(answer, invocation) == answer && answer.IsFaulted)
        {
            await answer; // Without the request the invocation waits for it in vain, and would say no more than that.
        }

        await invocation;
        return await answer;
    }

    /// <summary>Asks the worker to end, and waits until it has; its exit code.</summary>
    public async Task<int> TerminateAsync(CancellationToken cancellationToken)
    {
        _stream.Send(new StreamingMessage { WorkerTerminate = new WorkerTerminate { GracePeriod = Duration.FromTimeSpan(Grace) } });
        return await WaitForEndAsync(cancellationToken);
    }

    /// <summary>Waits until the process has ended by itself; its exit code.</summary>
    public async Task<int> WaitForEndAsync(CancellationToken cancellationToken)
    {
        using var patience = Patient(cancellationToken);
        await _worker.WaitForExitAsync(patience.Token);
        return _worker.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (IsAlive)
        {
            _worker.Kill(entireProcessTree: true);
            await _worker.WaitForExitAsync();
        }

        _worker.Dispose();
        _http.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>The worker's own server listens a moment after its functions are loaded.</summary>
    private async Task ListensAsync(CancellationToken cancellationToken)
    {
        var address = new Uri(Capabilities["HttpUri"]);
        for (var listens = false; !listens; )
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(address.Host, address.Port, cancellationToken);
                listens = true;
            }
            catch (SocketException)
            {
                await Task.Yield(); // Refused until then.
            }
        }
    }

    private static ProcessStartInfo StartOf(string app, string address, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        string[] arguments =
        [
            Path.Combine(app, "MarketAlerts.Functions.dll"),
            "--host",
            "127.0.0.1",
            "--functions-uri",
            address,
            "--functions-request-id",
            "request-0",
            "--functions-worker-id",
            "worker",
            "--functions-grpc-max-message-length",
            int.MaxValue.ToString(CultureInfo.InvariantCulture),
        ];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = app,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = app;
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static string AddressOf(WebApplication server) =>
        server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    private static CancellationTokenSource Patient(CancellationToken cancellationToken)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        return patience;
    }

    private static void Check(string what, StatusResult result)
    {
        if (result.Status is not StatusResult.Types.Status.Success)
        {
            throw new InvalidOperationException($"The worker could not {what}: {result.Exception?.Message}");
        }
    }

    private Task InvokeAsync(string function, TypedData trigger, CancellationToken cancellationToken) =>
        InvokeAsync(function, NextInvocation(), trigger, cancellationToken);

    private async Task InvokeAsync(string function, string id, TypedData trigger, CancellationToken cancellationToken)
    {
        using var patience = Patient(cancellationToken);
        var loaded = Functions[function];
        var request = new InvocationRequest
        {
            InvocationId = id,
            FunctionId = loaded.FunctionId,
            TraceContext = new RpcTraceContext(),
        };
        var binding = loaded.Bindings.Single(binding => binding.Value.Direction is BindingInfo.Types.Direction.In).Key;
        request.InputData.Add(new ParameterBinding { Name = binding, Data = trigger });
        Check($"run {function}", (await AskAsync(id, new() { InvocationRequest = request }, patience.Token)).InvocationResponse.Result);
        _invoked.AddOrUpdate(function, 1, (_, times) => times + 1);
    }

    private async Task<StreamingMessage> AskAsync(string key, StreamingMessage request, CancellationToken cancellationToken)
    {
        var answer = _stream.AskAsync(key, request, cancellationToken);
        await OrItsEnd(answer, cancellationToken);
        return await answer;
    }

    /// <summary>Waits for something of a worker that may end meanwhile.</summary>
    private async Task OrItsEnd(Task something, CancellationToken cancellationToken)
    {
        var end = _worker.WaitForExitAsync(cancellationToken);
        if (await Task.WhenAny(something, end) == end && !something.IsCompleted)
        {
            await end;
            throw new InvalidOperationException($"The worker ended with {_worker.ExitCode}. It wrote:\n{Output}");
        }
    }

    private string NextInvocation() => string.Create(CultureInfo.InvariantCulture, $"invocation-{Interlocked.Increment(ref _last)}");

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
        }
    }
}

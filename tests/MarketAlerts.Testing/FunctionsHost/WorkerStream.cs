using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using MarketAlerts.Testing.FunctionsHost.Contract;

namespace MarketAlerts.Testing.FunctionsHost;

/// <summary>The one call that a worker makes to its host: requests go down it, answers and logs come up.</summary>
internal sealed class WorkerStream : FunctionRpc.FunctionRpcBase
{
    private readonly Channel<StreamingMessage> _requests = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _awaited = new();
    private int _last;

    /// <summary>What the worker logs, in order.</summary>
    public ConcurrentQueue<RpcLog> Logs { get; } = new();

    /// <summary>Done when the worker is there.</summary>
    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Holds the call until the worker ends it.</summary>
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream,
        IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context
    )
    {
        var sending = SendAsync(responseStream, context.CancellationToken);
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
            {
                Take(message);
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // The worker is gone; whoever waits for it sees its process end.
        }

        _requests.Writer.TryComplete();
        await sending;
    }

    /// <summary>Says something that has no answer.</summary>
    public void Send(StreamingMessage message) => _requests.Writer.TryWrite(message);

    /// <summary>Asks, and waits for what answers it.</summary>
    /// <param name="key">What the answer names: an invocation or a function, or what only one answer has.</param>
    /// <param name="request">The question.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<StreamingMessage> AskAsync(string key, StreamingMessage request, CancellationToken cancellationToken)
    {
        var answer = _awaited.GetOrAdd(key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        request.RequestId = $"request-{Interlocked.Increment(ref _last)}";
        Send(request);
        var message = await answer.Task.WaitAsync(cancellationToken);
        _awaited.TryRemove(key, out _);
        return message;
    }

    private async Task SendAsync(IServerStreamWriter<StreamingMessage> worker, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in _requests.Reader.ReadAllAsync(cancellationToken))
            {
                await worker.WriteAsync(message, cancellationToken);
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or InvalidOperationException)
        {
            // As above: the call is over.
        }
    }

    private void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.StartStream:
                Started.TrySetResult();
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                Logs.Enqueue(message.RpcLog);
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                Answer(message.InvocationResponse.InvocationId, message);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                Answer(message.FunctionLoadResponse.FunctionId, message);
                break;
            default:
                Answer(message.ContentCase.ToString(), message);
                break;
        }
    }

    private void Answer(string key, StreamingMessage message) =>
        _awaited.GetOrAdd(key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult(message);
}

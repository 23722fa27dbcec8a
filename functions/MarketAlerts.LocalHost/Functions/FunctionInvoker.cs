using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;

namespace MarketAlerts.LocalHost.Functions;

/// <summary>
/// Calls a function as the Azure host does: a new instance in its own scope, parameters bound by type. Measures how long each call takes.
/// </summary>
internal sealed class FunctionInvoker(IServiceProvider services, CallMeter? meter = null)
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _durations = new();

    /// <summary>Milliseconds of every call so far, by function.</summary>
    public IReadOnlyDictionary<string, double[]> Durations => _durations.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());

    public Task InvokeAsync(TimerFunction function, CancellationToken cancellationToken) =>
        InvokeAsync(function.Name, function.Method, Activator.CreateInstance, cancellationToken);

    /// <summary>Calls a queue function with a message.</summary>
    public Task InvokeAsync(QueueFunction function, string message, CancellationToken cancellationToken) =>
        InvokeAsync(function.Name, function.Method, type => type == typeof(string) ? message : null, cancellationToken);

    /// <summary>Calls an HTTP function with a request.</summary>
    public async Task<IActionResult> InvokeAsync(HttpFunction function, HttpRequest request, CancellationToken cancellationToken)
    {
        var call = InvokeAsync(function.Name, function.Method, type => type == typeof(HttpRequest) ? request : null, cancellationToken);
        return await (Task<IActionResult>)await Finished(call);
    }

    private static async Task<Task> Finished(Task<Task> call) => await call;

    private async Task<Task> InvokeAsync(string name, MethodInfo method, Func<Type, object?> bind, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        meter?.Begin(name);
        var started = Stopwatch.GetTimestamp();
        var instance = ActivatorUtilities.CreateInstance(scope.ServiceProvider, method.DeclaringType!);
        var arguments = method.GetParameters().Select(parameter => Bind(parameter, bind, cancellationToken)).ToArray();
        var call = (Task)method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        await call;
        _durations.GetOrAdd(name, _ => []).Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return call;
    }

    private static object? Bind(ParameterInfo parameter, Func<Type, object?> bind, CancellationToken cancellationToken) =>
        parameter.ParameterType == typeof(CancellationToken) ? cancellationToken : bind(parameter.ParameterType);
}

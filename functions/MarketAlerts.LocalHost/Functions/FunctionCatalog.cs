using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using NCrontab;

namespace MarketAlerts.LocalHost.Functions;

/// <summary>The functions of the app, found by the same attributes that the Azure host reads.</summary>
internal sealed class FunctionCatalog
{
    private FunctionCatalog(IEnumerable<MethodInfo> methods)
    {
        foreach (var method in methods.OrderBy(NameOf, StringComparer.Ordinal))
        {
            Add(method);
        }
    }

    /// <summary>The timer functions, by name.</summary>
    public List<TimerFunction> Timers { get; } = [];

    /// <summary>The queue functions, by name.</summary>
    public List<QueueFunction> Queues { get; } = [];

    /// <summary>The HTTP functions, by name.</summary>
    public List<HttpFunction> Http { get; } = [];

    /// <summary>Reads an assembly.</summary>
    /// <exception cref="InvalidOperationException">A function has no trigger that this host knows.</exception>
    public static FunctionCatalog FindIn(Assembly assembly) =>
        new(
            assembly
                .GetTypes()
                .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
                .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
        );

    private static string NameOf(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    private void Add(MethodInfo method)
    {
        foreach (var parameter in method.GetParameters())
        {
            if (parameter.GetCustomAttribute<TimerTriggerAttribute>() is { } timer)
            {
                var schedule = CrontabSchedule.Parse(timer.Schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
                Timers.Add(new TimerFunction(NameOf(method), method, schedule));
                return;
            }

            if (parameter.GetCustomAttribute<ServiceBusTriggerAttribute>() is { } queue)
            {
                Queues.Add(new QueueFunction(NameOf(method), method, queue.QueueName!));
                return;
            }

            if (parameter.GetCustomAttribute<HttpTriggerAttribute>() is { } http)
            {
                Http.Add(new HttpFunction(NameOf(method), method, http.Route ?? NameOf(method), http.Methods ?? ["get", "post"]));
                return;
            }
        }

        throw new InvalidOperationException(
            $"Function {NameOf(method)} has no timer, Service Bus or HTTP trigger; this host knows no other."
        );
    }
}

/// <summary>A function with an HTTP trigger.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">The method to call.</param>
/// <param name="Route">Its route below <c>/api</c>.</param>
/// <param name="Verbs">The HTTP methods it answers.</param>
internal sealed record HttpFunction(string Name, MethodInfo Method, string Route, IReadOnlyList<string> Verbs);

/// <summary>A function with a queue trigger.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">The method to call.</param>
/// <param name="Queue">The queue it reads.</param>
internal sealed record QueueFunction(string Name, MethodInfo Method, string Queue);

/// <summary>A function with a timer trigger.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">The method to call.</param>
/// <param name="Schedule">When, in UTC.</param>
internal sealed record TimerFunction(string Name, MethodInfo Method, CrontabSchedule Schedule);

using System.Reflection;

namespace MarketAlerts.LocalHost.Functions;

/// <summary>A function with a queue trigger.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">The method to call.</param>
/// <param name="Queue">The queue it reads.</param>
public sealed record QueueFunction(string Name, MethodInfo Method, string Queue);

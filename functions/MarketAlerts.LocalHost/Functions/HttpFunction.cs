using System.Reflection;

namespace MarketAlerts.LocalHost.Functions;

/// <summary>A function with an HTTP trigger.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">The method to call.</param>
/// <param name="Route">Its route below <c>/api</c>.</param>
/// <param name="Verbs">The HTTP methods it answers.</param>
public sealed record HttpFunction(string Name, MethodInfo Method, string Route, IReadOnlyList<string> Verbs);

using System.Reflection;
using NCrontab;

namespace MarketAlerts.LocalHost.Functions;

/// <summary>A function with a timer trigger.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">The method to call.</param>
/// <param name="Schedule">When, in UTC.</param>
public sealed record TimerFunction(string Name, MethodInfo Method, CrontabSchedule Schedule);

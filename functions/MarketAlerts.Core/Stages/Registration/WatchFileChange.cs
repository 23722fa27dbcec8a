namespace MarketAlerts.Core.Stages.Registration;

/// <summary>One line of the difference between a watch file and what is there.</summary>
/// <param name="Step">What is done to it.</param>
/// <param name="Kind">basket, symbol, feed, subscriber or rule.</param>
/// <param name="Name">Its name; of a rule its text.</param>
/// <param name="Detail">What differs, or empty.</param>
public sealed record WatchFileChange(WatchFileStep Step, string Kind, string Name, string Detail = "");

namespace MarketAlerts.Core.Mail;

/// <summary>One thing that a correction takes back.</summary>
/// <param name="What">What it is, such as <c>VST, price</c>.</param>
/// <param name="Told">What was told, such as <c>88.10, -53.9%</c>.</param>
/// <param name="Now">What is right instead, such as <c>137.08, -28.3%</c>; <c>nothing</c> where nothing is.</param>
public sealed record MailRevision(string What, string Told, string Now);

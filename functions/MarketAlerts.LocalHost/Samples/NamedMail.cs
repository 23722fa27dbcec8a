using MarketAlerts.Core.Mail;

namespace MarketAlerts.LocalHost.Samples;

/// <summary>A sample mail.</summary>
/// <param name="Name">Its name in file names, such as <c>close-of-day</c>.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="When">When such a mail is sent.</param>
/// <param name="Mail">The mail.</param>
public sealed record NamedMail(string Name, string Title, string When, AlertMail Mail);

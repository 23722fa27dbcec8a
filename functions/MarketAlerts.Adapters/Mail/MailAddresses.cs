using MarketAlerts.Core.Deliveries;
using MimeKit;

namespace MarketAlerts.Adapters.Mail;

/// <summary>Looks at mail addresses before anybody is asked to write to them.</summary>
internal static class MailAddresses
{
    private static readonly ParserOptions Strict = new() { AllowAddressesWithoutDomain = false, AllowUnquotedCommasInAddresses = false };

    /// <summary>The answer for one that nobody can write to.</summary>
    public static SendResult Malformed { get; } =
        new(SendOutcome.Rejected, "The mail cannot be written: its address is malformed.") { Fault = SendFault.Address };

    /// <summary>The answer for a mail whose ids cannot stand in a header.</summary>
    public static SendResult MalformedId { get; } =
        new(SendOutcome.Rejected, "The mail cannot be written: an id is malformed.") { Fault = SendFault.Message };

    /// <summary>Whether it is one address that can stand in a header.</summary>
    public static bool IsUsable(string address) => !address.Any(char.IsControl) && MailboxAddress.TryParse(Strict, address, out _);
}

using MarketAlerts.Adapters.WatchFiles;
using Microsoft.Extensions.Options;

namespace MarketAlerts.Adapters.Calendar;

/// <summary>
/// Refuses to start with a market calendar that cannot be read. One that does not cover today is read: then nothing is polled, which ops
/// hear of, and everything else works, such as the links in mails.
/// </summary>
public sealed class CalendarIsReadable : IValidateOptions<CalendarOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CalendarOptions options)
    {
        try
        {
            CalendarFile.Read(options);
            return ValidateOptionsResult.Success;
        }
        catch (InputFileException refusal)
        {
            return ValidateOptionsResult.Fail(refusal.Message); // With all else that is wrong.
        }
    }
}

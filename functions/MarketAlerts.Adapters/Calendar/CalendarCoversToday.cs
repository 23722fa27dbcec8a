using MarketAlerts.Adapters.Subscriptions;
using MarketAlerts.Core.Calendar;
using Microsoft.Extensions.Options;

namespace MarketAlerts.Adapters.Calendar;

/// <summary>Refuses to start when the market calendar does not cover today: nothing could be polled.</summary>
public sealed class CalendarCoversToday(TimeProvider time) : IValidateOptions<CalendarOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CalendarOptions options) =>
        RefusalOf(options) is { } refusal ? ValidateOptionsResult.Fail(refusal) : ValidateOptionsResult.Success;

    private string? RefusalOf(CalendarOptions options)
    {
        try
        {
            return new MarketCalendar(CalendarFile.Read(options)).Refusal(MarketCalendar.DateOf(time.GetUtcNow()));
        }
        catch (InputFileException refusal)
        {
            return refusal.Message; // With all else that is wrong.
        }
    }
}

using MarketAlerts.Core.Calendar;
using Microsoft.Extensions.Options;

namespace MarketAlerts.Adapters.Calendar;

/// <summary>Refuses to start when the market calendar does not cover today: nothing could be polled.</summary>
public sealed class CalendarCoversToday(TimeProvider time) : IValidateOptions<CalendarOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CalendarOptions options) =>
        new MarketCalendar(CalendarFile.Read(options)).Refusal(MarketCalendar.DateOf(time.GetUtcNow())) is { } refusal
            ? ValidateOptionsResult.Fail(refusal)
            : ValidateOptionsResult.Success;
}

using System.Globalization;

namespace MarketAlerts.Adapters.Http;

/// <summary>
/// How many calls a plan allows, counted by the minute, the hour and the UTC day as providers do. An instance counts its own calls only.
/// </summary>
/// <param name="perMinute">Calls a minute.</param>
/// <param name="perDay">Calls a day, or null without such a limit.</param>
/// <param name="clock">The clock.</param>
/// <param name="perHour">Calls an hour, or null without such a limit.</param>
public sealed class CallBudget(int perMinute, int? perDay, TimeProvider clock, int? perHour = null)
{
    private readonly Lock _gate = new();
    private readonly CallCount _inMinute = new(TimeSpan.TicksPerMinute, perMinute);
    private readonly CallCount _inHour = new(TimeSpan.TicksPerHour, perHour);
    private readonly CallCount _inDay = new(TimeSpan.TicksPerDay, perDay);

    /// <summary>Calls a minute.</summary>
    public int PerMinute => perMinute;

    /// <summary>Calls an hour, or null without such a limit.</summary>
    public int? PerHour => perHour;

    /// <summary>Calls a day, or null without such a limit.</summary>
    public int? PerDay => perDay;

    /// <summary>Takes a call out of the budget, or says how long it is until there is one.</summary>
    /// <param name="cost">What it counts as: some plans count symbols, and a call asks for several.</param>
    public TimeSpan? Take(int cost = 1) => Take(cost, isSpare: false);

    /// <summary>
    /// Takes a call for something that can wait, as news and history can beside quotes. Such calls get at most half of the minute, the hour
    /// and the day: the rest is there for those that cannot.
    /// </summary>
    public TimeSpan? TakeSpare(int cost = 1) => Take(cost, isSpare: true);

    /// <summary>The failure of a call that is not made because there is none left.</summary>
    /// <param name="source">Who is not asked.</param>
    /// <param name="wait">How long it is until there is one.</param>
    public FetchException UsedUp(string source, TimeSpan wait)
    {
        var anHour = perHour is { } hour ? string.Create(CultureInfo.InvariantCulture, $", {hour} an hour") : "";
        var aDay = perDay?.ToString(CultureInfo.InvariantCulture) ?? "any number";
        return new FetchException(
            FetchFault.Busy,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{source} is not asked: the calls of its plan are used up ({perMinute} a minute{anHour}, {aDay} a day)."
            )
        )
        {
            RetryAfter = wait,
            IsOwnBudget = true,
        };
    }

    private TimeSpan? Take(int cost, bool isSpare)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow().UtcTicks;
            if (
                (_inDay.WaitFor(cost, isSpare, now) ?? _inHour.WaitFor(cost, isSpare, now) ?? _inMinute.WaitFor(cost, isSpare, now)) is
                { } wait
            )
            {
                return wait;
            }

            Array.ForEach([_inMinute, _inHour, _inDay], count => count.Add(cost, isSpare));
            return null;
        }
    }
}

/// <summary>Counts every call that really goes out, repetitions too, and refuses the one that the plan no longer allows.</summary>
/// <param name="source">Who is asked, for messages.</param>
/// <param name="budget">What the plan allows.</param>
/// <param name="isSpare">Whether the calls can wait: then they leave half of the plan to others.</param>
public sealed class BudgetHandler(string source, CallBudget budget, bool isSpare = false) : DelegatingHandler
{
    /// <summary>What a request counts as, where the plan counts symbols.</summary>
    public static readonly HttpRequestOptionsKey<int> Cost = new("cost");

    /// <inheritdoc/>
    /// <exception cref="FetchException">The budget is used up: busy, with the time until the next call.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var cost = request.Options.TryGetValue(Cost, out var told) ? told : 1;
        return (isSpare ? budget.TakeSpare(cost) : budget.Take(cost)) is { } wait
            ? throw budget.UsedUp(source, wait)
            : base.SendAsync(request, cancellationToken);
    }
}

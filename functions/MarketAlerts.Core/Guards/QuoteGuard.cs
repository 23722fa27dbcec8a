using MarketAlerts.Core.Calendar;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Guards;

/// <summary>Decides whether a quote may move a state. Pure: everything it knows arrives as an argument.</summary>
/// <param name="calendar">The market's hours.</param>
/// <param name="options">The limits.</param>
public sealed class QuoteGuard(MarketCalendar calendar, GuardOptions options)
{
    /// <summary>Judges one quote, in this order: known and positive, time, session, lone jump.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="state">Its symbol's state, or null when nobody asked for the symbol.</param>
    /// <param name="now">Our clock.</param>
    /// <param name="declaredDelay">How late the source says its quotes are.</param>
    /// <param name="peers">The steps of the same poll.</param>
    public Verdict Judge(Quote quote, SymbolState? state, DateTimeOffset now, TimeSpan declaredDelay, PeerSteps peers)
    {
        if (state is null)
        {
            return Because(quote, VerdictKind.Reject, VerdictReason.UnknownSymbol);
        }

        return Objection(quote, state, now, declaredDelay) is { } reason
            ? Because(quote, VerdictKind.Reject, reason)
            : Jump(quote, state, peers);
    }

    /// <summary>Why a quote of a known symbol would be rejected, or null; before any jump is looked at.</summary>
    public VerdictReason? Objection(Quote quote, SymbolState state, DateTimeOffset now, TimeSpan declaredDelay) => quote switch
    {
        _ when quote.Last <= 0 => VerdictReason.PriceNotPositive,
        _ when quote.PreviousClose is not > 0 => VerdictReason.NoPreviousClose,
        _ when quote.MarketTime > now.AddSeconds(options.FutureToleranceSeconds) => VerdictReason.InTheFuture,
        _ when quote.MarketTime <= state.NewestSeen => VerdictReason.NotNewer,
        _ when quote.MarketTime < now - declaredDelay - TimeSpan.FromSeconds(options.StaleAfterSeconds) => VerdictReason.Stale,
        _ when calendar.PartAt(quote.MarketTime) is not SessionPart.Regular => VerdictReason.MarketClosed,
        _ => null,
    };

    private Verdict Jump(Quote quote, SymbolState state, PeerSteps peers)
    {
        var step = PeerSteps.StepOf(quote, state);
        if (!IsJump(step, state))
        {
            return Because(quote, VerdictKind.Accept, VerdictReason.Accepted);
        }

        if (peers.Agree(quote.Symbol, step, options))
        {
            return Because(quote, VerdictKind.Accept, VerdictReason.JumpConfirmedByPeers);
        }

        return ConfirmsHeldJump(quote, state, step)
            ? Because(quote, VerdictKind.Accept, VerdictReason.JumpConfirmedByNextQuote)
            : Because(quote, VerdictKind.Hold, VerdictReason.LoneJump);
    }

    private bool IsJump(double step, SymbolState state) =>
        Level.Of(Math.Abs(step)).Units > Level.Of(options.JumpPercent).Units
        && !(Math.Abs(step) <= options.JumpSigma * state.Closes.StandardDeviation());

    /// <summary>The quote after a held one of the same session confirms it when it is still a jump to the same side: a crash waits one poll, never two.</summary>
    private static bool ConfirmsHeldJump(Quote quote, SymbolState state, double step) =>
        state.HeldPrice is { } held
        && MarketCalendar.DateOf(state.HeldAt) == MarketCalendar.DateOf(quote.MarketTime)
        && Math.Sign(step) == Math.Sign(PeerSteps.Step(held, PeerSteps.Base(quote, state)));

    private static Verdict Because(Quote quote, VerdictKind kind, VerdictReason reason) =>
        new(quote.Symbol, quote.MarketTime, quote.Last, kind, reason);
}

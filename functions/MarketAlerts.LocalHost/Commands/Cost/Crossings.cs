namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>
/// How the events of a trading day spread over polls, pages and buckets: half of them come in the first thirty minutes, each falls on any
/// page and each alert on any bucket as likely as on another, so that of n places k things leave n·(1 - e^(-k/n)) touched. All events of a
/// page and poll are one message; what a poll makes is due at two moments, since severe alerts wait less than others, whatever page it is
/// of. Pure.
/// </summary>
/// <param name="inputs">The deployment.</param>
internal sealed class Crossings(CostInputs inputs)
{
    private const double FirstMinutes = 30;
    private const double ShareOfTheFirst = 0.5;

    /// <summary>Moments at which the alerts of a poll are due: the severe ones, and the others.</summary>
    public const double Moments = 2;

    /// <summary>Messages with events of a trading day.</summary>
    public double Messages => Spread(inputs.Pages);

    /// <summary>Polls of a trading day in which something crosses.</summary>
    public double PollsWithEvents => Spread(1);

    /// <summary>Events of a message.</summary>
    public double EventsOfAMessage => Messages is 0 ? 0 : inputs.EventsPerDay / Messages;

    /// <summary>Buckets in which somebody is told because of a message.</summary>
    public double BucketsOfAMessage => Messages is 0 ? 0 : Math.Max(Touched(inputs.Buckets, inputs.MailsPerDay / Messages), 1);

    /// <summary>Flush requests that a message asks for: one for each bucket and moment.</summary>
    public double FlushRequestsOfAMessage =>
        Messages is 0 ? 0 : Math.Max(Touched(inputs.Buckets * Math.Min(Moments, EventsOfAMessage), inputs.MailsPerDay / Messages), 1);

    /// <summary>Flushes at one of the moments of a poll: one a bucket, however many messages asked for it.</summary>
    public double FlushesOfAMoment =>
        PollsWithEvents is 0 ? 0 : Math.Max(Touched(inputs.Buckets, inputs.MailsPerDay / PollsWithEvents / Moments), 1 / Moments);

    private double Spread(double pages)
    {
        const double Later = CostInputs.SessionMinutes - FirstMinutes;
        return Touched(FirstMinutes * pages, inputs.EventsPerDay * ShareOfTheFirst)
            + Touched(Later * pages, inputs.EventsPerDay * (1 - ShareOfTheFirst));
    }

    private static double Touched(double places, double things) => places * (1 - Math.Exp(-things / places));
}

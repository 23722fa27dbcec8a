using System.Globalization;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Wording;

/// <summary>What crossed which level, in words: number, price and time are of the one quote that did it.</summary>
/// <param name="times">Says when.</param>
internal sealed class LevelWording(MarketTimeWording times)
{
    /// <summary>For a subject: what a symbol did, the number it is about first.</summary>
    public string Subject(Symbol symbol, PassedLevel passed)
    {
        var reading = passed.Reading!;
        var (value, when) = (Number(passed.Value), times.At(reading.QuoteTime));
        var day = $"{Way(reading.DayMove)} {MailWording.Size(reading.DayMove)}%";
        var price = MailWording.Price(reading.Last);
        return passed.Metric switch
        {
            MetricId.DayMove or MetricId.Tier or MetricId.Surprise => $"{symbol} {day} {when}, {price}",
            MetricId.Price =>
                $"{symbol} {(passed.Direction is Direction.Down ? "at or below" : "at or above")} {Level(passed)} {when}: {price}",
            MetricId.Volume => $"{symbol} volume {value} times the usual {times.By(reading.QuoteTime)}, {day}",
            MetricId.Halted => $"{symbol} halted {times.At(passed.At)}, {day} at {price}",
            MetricId.Gap => $"{symbol} opened {value}% {(passed.Direction is Direction.Down ? "lower" : "higher")}, {price}",
            MetricId.OpenMove => $"{symbol} {Way(passed.Direction)} {value}% since the open {when}, {price}",
            MetricId.Relative =>
                $"{symbol} {value} points {(passed.Direction is Direction.Down ? "behind" : "ahead of")} its benchmark {when}, {day}",
            MetricId.PreMove => $"{symbol} {Way(passed.Direction)} {value}% before the open {when}, {price}",
            MetricId.AfterMove => $"{symbol} {Way(passed.Direction)} {value}% after the close {when}, {price}",
            _ => $"{symbol} {Way(passed.Direction)} {value}% in {Minutes(passed.Metric)} minutes {when}, {price}",
        };
    }

    /// <summary>One sentence: what a symbol did, and the level it passed with that.</summary>
    public string Sentence(Symbol symbol, PassedLevel passed)
    {
        var reading = passed.Reading!;
        var (value, at) = (Number(passed.Value), $"at {MailWording.Price(reading.Last)} {times.At(reading.QuoteTime)}");
        var day = $"{MailWording.Move(reading.DayMove)} against the previous close";
        var verb = passed.Direction is Direction.Down ? "fell" : "rose";
        return passed.Metric switch
        {
            MetricId.DayMove => $"{symbol} was {MailWording.Move(reading.DayMove)} {at}, beyond {Level(passed)}.",
            MetricId.Tier => $"{symbol} was {MailWording.Move(reading.DayMove)} {at}: {Level(passed)}.",
            MetricId.Surprise =>
                $"{symbol} was {MailWording.Move(reading.DayMove)} {at}: {value} times its usual day, beyond {Level(passed)}.",
            MetricId.Price =>
                $"{symbol} {verb} to {MailWording.Price(reading.Last)} {times.At(reading.QuoteTime)}, past {Level(passed)}; {day}.",
            MetricId.Volume =>
                $"{symbol} had traded {value} times its usual volume {times.By(reading.QuoteTime)}, beyond {Level(passed)}; {day}.",
            MetricId.Halted =>
                $"Trading in {symbol} was halted {times.At(passed.At)}; the last price was {MailWording.Price(reading.Last)}, {day}.",
            MetricId.Gap =>
                $"{symbol} opened {value}% {(passed.Direction is Direction.Down ? "lower" : "higher")}, beyond {Level(passed)}; it was "
                    + $"{day} {at}.",
            MetricId.OpenMove => $"{symbol} {verb} {value}% since the open, {at}, beyond {Level(passed)}; {day}.",
            MetricId.Relative =>
                $"{symbol} was {value} points {(passed.Direction is Direction.Down ? "behind" : "ahead of")} its benchmark, {at}, beyond "
                    + $"{Level(passed)}; {day}.",
            MetricId.PreMove => $"{symbol} {verb} {value}% before the open, {at}, beyond {Level(passed)}.",
            MetricId.AfterMove => $"{symbol} {verb} {value}% after the close, {at}, beyond {Level(passed)}.",
            _ => $"{symbol} {verb} {value}% in {Minutes(passed.Metric)} minutes, from {MailWording.Price(BaselineOf(passed))} to "
                + $"{MailWording.Price(reading.Last)} {times.At(reading.QuoteTime)}, beyond {Level(passed)}; {day}.",
        };
    }

    /// <summary>A level as a mail writes it, such as <c>-5%</c>, <c>3 times the usual volume</c> or <c>notable</c>.</summary>
    public static string Level(MetricId metric, Direction direction, Level level)
    {
        var number = level.Value.ToString("0.##", CultureInfo.InvariantCulture);
        var signed = (direction is Direction.Down ? "-" : "+") + number;
        return metric switch
        {
            MetricId.Price => level.Value.ToString(level.Value < 1 ? "0.0000" : "#,0.00", CultureInfo.InvariantCulture),
            MetricId.Tier => level.Value >= 2 ? "severe" : "notable",
            MetricId.Surprise => $"{signed} usual days",
            MetricId.Volume => $"{number} times the usual volume",
            MetricId.Halted => "a halt",
            MetricId.Gap => $"{signed}% at the open",
            MetricId.OpenMove => $"{signed}% since the open",
            MetricId.Relative => $"{signed} points against its benchmark",
            MetricId.PreMove => $"{signed}% before the open",
            MetricId.AfterMove => $"{signed}% after the close",
            MetricId.Breadth => $"{number}% of the members",
            MetricId.Move5m or MetricId.Move15m or MetricId.Move30m or MetricId.Move60m => $"{signed}% in {Minutes(metric)} minutes",
            _ => $"{signed}%",
        };
    }

    private static string Level(PassedLevel passed) => Level(passed.Metric, passed.Direction, passed.Level);

    /// <summary>The price that a move within a window is counted from.</summary>
    private static double BaselineOf(PassedLevel passed) =>
        passed.Reading!.Last / (1 + ((passed.Direction is Direction.Down ? -passed.Value : passed.Value) / 100));

    private static int Minutes(MetricId metric) =>
        metric switch
        {
            MetricId.Move5m => 5,
            MetricId.Move15m => 15,
            MetricId.Move30m => 30,
            _ => 60,
        };

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Way(Direction direction) => direction is Direction.Down ? "down" : "up";

    private static string Way(double move) => move < 0 ? "down" : "up";
}

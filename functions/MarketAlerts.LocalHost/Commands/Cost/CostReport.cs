using System.Globalization;
using System.Text;

namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>
/// The answer of the command: what is used, what it costs beside the naive design, which limits come near, and what is not in it.
/// </summary>
/// <param name="inputs">The deployment.</param>
/// <param name="counted">The counted operations.</param>
/// <param name="prices">The prices.</param>
internal sealed class CostReport(CostInputs inputs, Operations counted, Prices prices)
{
    private readonly StringBuilder _text = new();
    private readonly CostModel _model = new(inputs, counted);

    /// <summary>What a month of MarketAlerts costs.</summary>
    public Bill Ours => new(Usage.Sum("MarketAlerts", _model.Parts), _model.Gigabytes, prices) { ReadyGbSeconds = inputs.ReadyGbSeconds };

    /// <summary>What a month of the naive design costs.</summary>
    public Bill Naive { get; } =
        new(Usage.Sum("a row a symbol", new NaiveModel(inputs).Parts), new NaiveModel(inputs).Gigabytes, prices)
        {
            ReadyGbSeconds = inputs.ReadyGbSeconds,
        };

    /// <summary>The tables alone: usage and dollars.</summary>
    public string Tables
    {
        get
        {
            _text.Clear();
            WriteHeading();
            WriteUsage();
            WriteBill();
            return _text.ToString();
        }
    }

    /// <summary>How near the limits come, the quota of mails, the prices and what is left out.</summary>
    public string LimitsAndPrices
    {
        get
        {
            _text.Clear();
            WriteLimits();
            WritePrices();
            Line(
                "Left out: telemetry (Log Analytics, $2.99 a GB), alert rules, instances kept warm beyond --always-ready, "
                    + "the blobs in which the host keeps its locks, traffic out of the region, taxes, the quote provider."
            );
            return _text.ToString();
        }
    }

    public string Text => Tables + LimitsAndPrices;

    private void WriteHeading()
    {
        Line(
            $"{inputs.Symbols:#,0} symbols, {inputs.Subscribers:#,0} subscribers, {inputs.AlertsPerDay:0.##} alert(s) a subscriber "
                + $"and trading day, {inputs.InstanceMegabytes} MB instances, {inputs.Buckets} buckets,"
        );
        Line(
            $"{inputs.Feeds} feeds, {inputs.EventsPerSymbol:0.##} events a symbol and day, mails kept for {inputs.KeepDays} days. A "
                + $"month of 30 days with {CostInputs.TradingDays} sessions."
        );
        Line("");
    }

    private void WriteUsage()
    {
        Line($"{"a month", -22}{"executions", 14}{"GB-s", 12}{"bus operations", 16}{"table requests", 16}");
        foreach (var part in _model.Parts.Append(Ours.Usage).Append(Naive.Usage))
        {
            Line(
                $"{part.Name, -22}{part.Executions, 14:#,0}{part.GbSeconds, 12:#,0}{part.BusOperations, 16:#,0}{part.TableRequests, 16:#,0}"
            );
        }

        Line("");
    }

    private void WriteBill()
    {
        Line($"{"US dollars a month", -22}{"MarketAlerts", 14}{"a row a symbol", 16}");
        Dollars("Service Bus Standard", Ours.BusMonth, Naive.BusMonth);
        Dollars("bus operations", Ours.BusOperations, Naive.BusOperations);
        Dollars("executions", Ours.Executions, Naive.Executions);
        Dollars("GB-s", Ours.GbSeconds, Naive.GbSeconds);
        if (inputs.AlwaysReady > 0)
        {
            Dollars($"{inputs.AlwaysReady} always ready", Ours.Ready, Naive.Ready);
        }

        Dollars("table requests", Ours.TableRequests, Naive.TableRequests);
        Dollars($"{Ours.Gigabytes:0.0} GB in tables", Ours.Storage, Naive.Storage);
        Dollars("besides mail", Ours.Total, Naive.Total);
        var mail = inputs.Mails * (prices.Mail + (inputs.MailKilobytes / 1_000 * prices.MailMegabyte));
        Dollars("mail", mail, mail);
        Line("");
    }

    private void WriteLimits()
    {
        var limits = new Limits(inputs, counted);
        Line($"{"limits, when everybody is told of one crash", -52}{"needs", 14}{"may", 16}");
        foreach (var limit in limits.All)
        {
            Line($"{limit.Name, -52}{limit.Value, 14:#,0}{limit.Most, 16:#,0}  {(limit.Holds ? "holds" : "EXCEEDED")}");
        }

        Line(
            $"Mail quota needed: {limits.MailsAMinute:#,0} a minute, so that nobody's alert is late (15 minutes); "
                + $"{inputs.MailsPerDay:#,0} a day. Communication Services starts with 30 a minute "
                + "and 100 an hour for a domain of your own."
        );
        Line("");
    }

    private void WritePrices()
    {
        var usual = PriceList.PricesIn(new Prices()).ToDictionary(price => price.Name, price => price.Value);
        Line("Prices in US dollars:");
        foreach (var (name, value, source) in PriceList.PricesIn(prices))
        {
            Line($"  {name, -28}{value, 12:0.########}  {(value.Equals(usual[name]) ? source : "from --prices")}");
        }

        Line("");
    }

    private void Dollars(string name, double ours, double naive) => Line($"{name, -22}{ours, 14:#,0.00}{naive, 16:#,0.00}");

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');

    private void Line(string line) => _text.Append(line).Append('\n');
}

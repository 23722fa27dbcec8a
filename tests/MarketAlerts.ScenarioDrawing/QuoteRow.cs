using System.Globalization;

namespace MarketAlerts.ScenarioDrawing;

/// <summary>One row of quotes.csv; <paramref name="Minute"/> counts from the session's open and is not written.</summary>
internal sealed record QuoteRow(DateTime Time, int Minute, string Symbol, int Last, Figure SoFar, int PreviousClose)
{
    public string ToCsv()
    {
        string prices = string.Join(',', new[] { Last, SoFar.Open, SoFar.High, SoFar.Low, PreviousClose }.Select(Csv.Price));
        return string.Create(CultureInfo.InvariantCulture, $"{Csv.Time(Time)},{Symbol},{prices},{SoFar.Volume}");
    }
}

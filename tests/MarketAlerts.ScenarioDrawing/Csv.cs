using System.Globalization;

namespace MarketAlerts.ScenarioDrawing;

internal static class Csv
{
    public static IEnumerable<string[]> Read(string path) => File.ReadLines(path).Skip(1).Select(line => line.Split(','));

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static int Cents(string price) => price.Length == 0 ? 0 : (int)(100 * decimal.Parse(price, CultureInfo.InvariantCulture));

    public static string Price(int cents) => (cents / 100m).ToString("F2", CultureInfo.InvariantCulture);

    public static DateTime Date(string day) => DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

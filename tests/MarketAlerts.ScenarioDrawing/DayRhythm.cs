namespace MarketAlerts.ScenarioDrawing;

/// <summary>
/// How fast a symbol trades against its usual day: <c>0.9 228x40 248x4</c> is 0.9, from minute 228 on 40 times, from 248 on 4 times as
/// usual.
/// </summary>
internal sealed class DayRhythm(string text)
{
    private readonly (int From, double Times)[] _steps = [.. text.Split(' ').Select(Read)];

    public double At(int minute) => _steps.Last(step => step.From <= minute).Times;

    private static (int, double) Read(string word) =>
        word.Split('x') is [var from, var times] ? ((int)Csv.Number(from), Csv.Number(times)) : (0, Csv.Number(word));
}

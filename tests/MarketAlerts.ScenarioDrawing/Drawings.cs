using MarketAlerts.ScenarioDrawing.Days;

namespace MarketAlerts.ScenarioDrawing;

/// <summary>The registration list of the drawn days, by the name of their folder.</summary>
public static class Drawings
{
    private static readonly Dictionary<string, Action<Folder>> Days = new()
    {
        ["aapl-split"] = AaplSplit.Draw,
        ["aig-reverse-split"] = AigReverseSplit.Draw,
        ["bad-tick"] = BadTick.Draw,
        ["calm-fortnight"] = CalmFortnight.Draw,
        ["clock-change-monday"] = ClockChangeMonday.Draw,
        ["covid-monday"] = CovidMonday.Draw,
        ["deepseek-monday"] = DeepSeekMonday.Draw,
        ["false-headline"] = FalseHeadline.Draw,
        ["grinding-fall"] = GrindingFall.Draw,
        ["half-day"] = HalfDay.Draw,
        ["halt-and-resume"] = HaltAndResume.Draw,
        ["nvda-split"] = NvdaSplit.Draw,
        ["quiet-day"] = QuietDay.Draw,
        ["rebound"] = Rebound.Draw,
        ["stale-feed"] = StaleFeed.Draw,
        ["upward-crash"] = UpwardCrash.Draw,
        ["whipsaw"] = Whipsaw.Draw,
        ["yen-carry-monday"] = YenCarryMonday.Draw,
    };

    /// <summary>The folders' names.</summary>
    public static IReadOnlyCollection<string> Names => Days.Keys;

    /// <summary>Draws every day.</summary>
    /// <param name="sources">Where the folders with the figures lie.</param>
    /// <param name="targets">Where the folders with the drawn files go; the same for the committed ones.</param>
    public static void DrawAll(string sources, string targets)
    {
        foreach (string name in Names)
        {
            Draw(name, sources, targets);
        }
    }

    /// <summary>Draws one day.</summary>
    public static void Draw(string name, string sources, string targets) =>
        Days[name](new Folder(Path.Combine(sources, name), Path.Combine(targets, name)));
}

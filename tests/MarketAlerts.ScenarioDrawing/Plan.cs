namespace MarketAlerts.ScenarioDrawing;

/// <summary>
/// One row of a plan: <c>symbol,basis,closes,deviation,usual_volume,pace,noise,anchors</c>. A <c>published</c> path stays within its lowest
/// and its highest anchor, an <c>invented</c> one may leave them by a little. The closes before the day end with the previous close, as it
/// was printed. The deviation is the usual day and the noise that of a minute, in percent. The pace of the volume is against the usual one,
/// or <c>=</c> and a published total. Anchors are <c>minute=price</c> or <c>minute%move</c> against the previous close.
/// </summary>
internal sealed record Plan(
    string Symbol,
    bool Published,
    int[] Closes,
    double Deviation,
    double UsualVolume,
    string Pace,
    double Noise,
    Anchor[] Anchors
)
{
    private const double Leeway = 0.004;

    public int PreviousClose => Closes[^1];

    public static List<Plan> Read(Folder folder, string file = "plan.csv") => [.. folder.Read(file).Select(Read)];

    public Tape Draw(Session session, Random random, double[] tide)
    {
        double leeway = Published ? 0 : Leeway;
        int low = (int)(Anchors.Min(anchor => anchor.Cents) * (1 - leeway)),
            high = (int)(Anchors.Max(anchor => anchor.Cents) * (1 + leeway));
        int[] last = Paths.Draw(Anchors, low, high, Noise / 100, random, tide);
        long[] volume =
            Pace[0] == '='
                ? Volumes.Cumulative((long)Csv.Number(Pace[1..]), 0.06, random)
                : Volumes.Paced(UsualVolume, new DayRhythm(Pace), session, last.Length - 1, random);
        return new Tape(Symbol, PreviousClose, last, volume);
    }

    public Past DrawPast(Random random) =>
        new(
            Symbol,
            History.Closes(History.Length, Closes, Deviation / 100, random),
            Volumes.Daily(History.Length, [], UsualVolume, random)
        );

    private static Plan Read(string[] cells)
    {
        int[] closes = [.. cells[2].Split(' ').Select(Csv.Cents)];
        Anchor[] anchors = [.. cells[7].Split(' ').Select(word => ReadAnchor(word, closes[^1]))];
        return new Plan(
            cells[0],
            cells[1] == "published",
            closes,
            Csv.Number(cells[3]),
            Csv.Number(cells[4]),
            cells[5],
            Csv.Number(cells[6]),
            anchors
        );
    }

    private static Anchor ReadAnchor(string word, int previousClose)
    {
        int middle = word.IndexOfAny(['=', '%']);
        string value = word[(middle + 1)..];
        int cents = word[middle] == '=' ? Csv.Cents(value) : (int)Math.Round(previousClose * (1 + (Csv.Number(value) / 100)));
        return new Anchor((int)Csv.Number(word[..middle]), cents);
    }
}

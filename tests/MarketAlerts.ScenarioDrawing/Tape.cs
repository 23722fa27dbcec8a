namespace MarketAlerts.ScenarioDrawing;

/// <summary>One session of one symbol. Without a known day, open, high and low are the running ones of the regular hours.</summary>
internal sealed record Tape(string Symbol, int PreviousClose, int[] Last, long[] Volume, Figure? KnownDay = null)
{
    public static IEnumerable<QuoteRow> Rows(IReadOnlyList<Tape> tapes, Session session, int first, int last) =>
        from minute in Enumerable.Range(first, last - first + 1)
        from tape in tapes
        select tape.Row(session, minute);

    /// <summary>The same tape, on which nothing happens between two minutes: the first of them lasts until before the second.</summary>
    public Tape Frozen(int from, int to)
    {
        T[] Freeze<T>(T[] values) => [.. values.Select((value, minute) => minute > from && minute < to ? values[from] : value)];
        return this with { Last = Freeze(Last), Volume = Freeze(Volume) };
    }

    private QuoteRow Row(Session session, int minute)
    {
        int[] seen = Last[..(Math.Min(minute, session.Length) + 1)];
        Figure day = KnownDay ?? new Figure(seen[0], seen.Max(), seen.Min(), 0, 0);
        return new QuoteRow(session.At(minute), minute, Symbol, Last[minute], day with { Volume = Volume[minute] }, PreviousClose);
    }
}

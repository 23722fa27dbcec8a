using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>
/// An invented market over two days, pre-market and after hours included: walks with jumps, gaps between polls, missing, late and repeated
/// quotes, wrong prices, halts, and splits that are announced or not.
/// </summary>
internal sealed class RandomMarket(ulong seed)
{
    public static readonly Symbol[] Symbols = [.. "ALFA BRVO CHRL DLTA ECHO FXTR GOLF HTEL INDX".Split(' ').Select(Symbol.Parse)];

    private static readonly DateTimeOffset Start = new(2025, 1, 27, 14, 10, 0, TimeSpan.Zero);

    private readonly Dice _dice = new(seed);
    private readonly double[] _last = new double[Symbols.Length];
    private readonly double[] _close = new double[Symbols.Length];
    private readonly double?[] _open = new double?[Symbols.Length];
    private readonly (double Low, double High)[] _range = new (double, double)[Symbols.Length];
    private readonly long[] _volume = new long[Symbols.Length];
    private readonly Quote?[] _told = new Quote?[Symbols.Length];

    public IReadOnlyList<RandomPoll> Polls(int count)
    {
        for (var index = 0; index < Symbols.Length; index++)
        {
            _last[index] = Math.Round(5 + (_dice.Below(60_000) / 100.0), 2);
        }

        BeginDay();
        var (polls, now) = (new List<RandomPoll>(), Start);
        for (var poll = 0; poll < count; poll++)
        {
            var events = EventsAt(now);
            polls.Add(
                new RandomPoll(now, [.. Enumerable.Range(0, Symbols.Length).Select(index => QuoteOf(index, now)).OfType<Quote>()], events)
            );
            now = After(now);
        }

        return polls;
    }

    private DateTimeOffset After(DateTimeOffset now)
    {
        var next = now.AddSeconds(
            _dice.Below(20) switch
            {
                0 => 60 * _dice.Below(50),
                _ => 60,
            }
        );
        if (next.Hour < 22)
        {
            return next;
        }

        BeginDay();
        return next.AddHours(16);
    }

    private void BeginDay()
    {
        for (var index = 0; index < Symbols.Length; index++)
        {
            (_close[index], _open[index], _volume[index]) = (_last[index], null, 0);
            _range[index] = (double.MaxValue, 0);
            if (_dice.Once(8))
            {
                _last[index] = Math.Round(_last[index] / _dice.Of(2, 4, 10, 0.05), 4);
            }
        }
    }

    private ListingEvent[] EventsAt(DateTimeOffset now) =>
        _dice.Once(30)
            ?
            [
                new ListingEvent(
                    _dice.Of(Symbols),
                    now.AddSeconds(-1),
                    _dice.Of(Enum.GetValues<ListingEventKind>()),
                    "",
                    _dice.Of(2, 4, 0.1)
                ),
            ]
            : [];

    private Quote? QuoteOf(int index, DateTimeOffset now)
    {
        var percent = _dice.Below(60) is 0 ? (_dice.Below(80_000) / 1_000.0) - 40 : (_dice.Below(2_001) / 1_000.0) - 1;
        _last[index] = Math.Max(0.01, Math.Round(_last[index] * (1 + (percent / 100)), _last[index] < 1 ? 4 : 2));
        _open[index] ??= now.Hour > 14 || now.Minute >= 30 ? _last[index] : null;
        _range[index] = (Math.Min(_range[index].Low, _last[index]), Math.Max(_range[index].High, _last[index]));
        _volume[index] += _dice.Once(40) ? 40_000_000 : _dice.Below(300_000);
        var told = new Quote(
            Symbols[index],
            now.AddSeconds(-_dice.Below(_dice.Once(20) ? 400 : 50)),
            _dice.Below(200) is 0 ? _dice.Of(0, double.NaN, -1) : _last[index],
            _open[index],
            _range[index].High,
            _range[index].Low,
            _dice.Once(150) ? null : _close[index],
            _dice.Once(9) ? null : _volume[index]
        );
        return _dice.Below(15) switch
        {
            0 => null,
            1 => _told[index],
            _ => _told[index] = told,
        };
    }
}

using MarketAlerts.Benchmarks.Market;
using Microsoft.Data.Sqlite;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>SQLite in memory: a poll is an insert of its quotes in one transaction and one query.</summary>
/// <param name="day">The quotes.</param>
internal sealed class SqliteConditions(MarketDay day) : FourConditionsContender(day), IDisposable
{
    private const string Tables = """
        CREATE TABLE symbol (symbol INTEGER PRIMARY KEY, previous_close REAL, average_volume REAL);
        CREATE TABLE quote (symbol INTEGER, poll INTEGER, price REAL, volume REAL, PRIMARY KEY (symbol, poll)) WITHOUT ROWID;
        """;

    private const string Query = """
        SELECT now.symbol,
               100 * (now.price / symbol.previous_close - 1) <= -3,
               coalesce(abs(100 * (now.price / past.price - 1)) >= 1.5, 0),
               now.volume >= 2 * (symbol.average_volume * $share),
               coalesce((now.price - spread.mean) * (now.price - spread.mean) >= 9 * (spread.squares - 20 * spread.mean * spread.mean) / 19
                        AND (spread.squares - 20 * spread.mean * spread.mean) / 19 > 1e-9, 0)
        FROM quote AS now
        JOIN symbol ON symbol.symbol = now.symbol
        LEFT JOIN quote AS past ON past.symbol = now.symbol AND past.poll = $poll - 15
        LEFT JOIN (SELECT symbol, avg(price) AS mean, sum(price * price) AS squares FROM quote
                   WHERE poll BETWEEN $poll - 20 AND $poll - 1 AND $poll >= 20 GROUP BY symbol) AS spread ON spread.symbol = now.symbol
        WHERE now.poll = $poll
        """;

    private SqliteConnection? _connection;

    public override string Name => "SQLite in memory, insert and query";

    public void Dispose() => _connection?.Dispose();

    protected override void Reset()
    {
        _connection?.Dispose();
        _connection = new SqliteConnection("Data Source=:memory:");
        _connection.Open();
        Command(Tables).ExecuteNonQuery();
        using var transaction = _connection.BeginTransaction();
        var insert = Command("INSERT INTO symbol VALUES ($a, $b, $c)", "$a", "$b", "$c");
        for (var symbol = 0; symbol < Tickers.Count; symbol++)
        {
            Execute(insert, symbol, Day.PreviousClose[symbol], Day.AverageVolume[symbol]);
        }

        transaction.Commit();
    }

    protected override void Take(int poll)
    {
        using (var transaction = _connection!.BeginTransaction())
        {
            using var insert = Command("INSERT INTO quote VALUES ($a, $b, $c, $d)", "$a", "$b", "$c", "$d");
            for (var symbol = 0; symbol < Tickers.Count; symbol++)
            {
                Execute(insert, symbol, poll, Day.Prices[poll][symbol], Day.Volumes[poll][symbol]);
            }

            transaction.Commit();
        }

        using var query = Command(Query, "$poll", "$share");
        (query.Parameters[0].Value, query.Parameters[1].Value) = (poll, Day.Share[poll]);
        using var rows = query.ExecuteReader();
        while (rows.Read())
        {
            for (var condition = 0; condition < FourConditions.Count; condition++)
            {
                Edges.Take(poll, rows.GetInt32(0), condition, rows.GetInt32(condition + 1) is 1);
            }
        }
    }

    private SqliteCommand Command(string text, params IEnumerable<string> names)
    {
        var command = _connection!.CreateCommand();
        command.CommandText = text;
        command.Parameters.AddRange(names.Select(name => new SqliteParameter(name, null)));
        return command;
    }

    private static void Execute(SqliteCommand command, params ReadOnlySpan<double> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }

        command.ExecuteNonQuery();
    }
}

using Microsoft.Data.Sqlite;

namespace MarketAlerts.Benchmarks.W2;

/// <summary>SQLite in memory: the rules in an index; a poll inserts the values that went beyond their extremes and joins.</summary>
internal sealed class SqliteRules : MatchingContender, IDisposable
{
    private const string Tables = """
        CREATE TABLE rule (stream INTEGER, level INTEGER, PRIMARY KEY (stream, level)) WITHOUT ROWID;
        CREATE TABLE value (stream INTEGER PRIMARY KEY, before INTEGER, now INTEGER);
        """;

    private const string Join = """
        SELECT rule.stream, rule.level FROM value CROSS JOIN rule
        ON rule.stream = value.stream AND rule.level > value.before AND rule.level <= value.now
        """;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SqliteRules(RuleRegistration book, Minute minute)
        : base(book, minute)
    {
        _connection.Open();
        Run(Tables);
        Insert(
            "INSERT INTO rule VALUES ($a, $b)",
            Enumerable
                .Range(0, minute.Now.Length)
                .SelectMany(stream =>
                    Enumerable
                        .Range(book.Starts[stream], book.Starts[stream + 1] - book.Starts[stream])
                        .Select(at => new[] { stream, book.Levels[at] })
                )
        );
    }

    public override string Name => "SQLite in memory, insert and join";

    public void Dispose() => _connection.Dispose();

    protected override void Match()
    {
        Run("DELETE FROM value");
        Insert(
            "INSERT INTO value VALUES ($a, $b, $c)",
            Enumerable
                .Range(0, Minute.Now.Length)
                .Where(stream => Minute.Now[stream] > Minute.Before[stream])
                .Select(stream => new[] { stream, Minute.Before[stream], Minute.Now[stream] })
        );
        using var query = _connection.CreateCommand();
        query.CommandText = Join;
        using var rows = query.ExecuteReader();
        while (rows.Read())
        {
            Tell(rows.GetInt32(0), rows.GetInt64(1));
        }
    }

    private void Run(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private void Insert(string text, IEnumerable<long[]> rows)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = text;
        var parameters = new[] { "$a", "$b", "$c" }
            .Take(text.Count(letter => letter is '$'))
            .Select(name => insert.Parameters.Add(name, SqliteType.Integer))
            .ToArray();
        foreach (var row in rows)
        {
            for (var index = 0; index < parameters.Length; index++)
            {
                parameters[index].Value = row[index];
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}

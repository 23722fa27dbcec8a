using System.Globalization;
using Azure.Data.Tables;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Adapters.Tables;

/// <summary>The terms of a rule as columns of its rows; a row without them, as older ones are, has no terms.</summary>
internal static class TermColumns
{
    private const string Once = "once";
    private const string Until = "until";
    private const string News = "news";
    private const string AndNews = "andNews";
    private const string DateFormat = "yyyy-MM-dd";

    public static void Write(TableEntity row, RuleTerms terms)
    {
        if (terms.Once)
        {
            row[Once] = true;
        }

        if (terms.Until is { } until)
        {
            row[Until] = until.ToString(DateFormat, CultureInfo.InvariantCulture);
        }

        WriteNews(row, News, terms.News);
        WriteNews(row, AndNews, terms.AndNews);
    }

    public static RuleTerms Read(TableEntity row)
    {
        DateOnly? until = row.GetString(Until) is { } date ? DateOnly.ParseExact(date, DateFormat, CultureInfo.InvariantCulture) : null;
        return new RuleTerms(row.GetBoolean(Once) is true, until, ReadNews(row, AndNews), ReadNews(row, News));
    }

    private static void WriteNews(TableEntity row, string column, NewsCondition? news)
    {
        if (news?.Symbol is { } symbol)
        {
            row[column + "Symbol"] = symbol.Text;
        }

        if (news?.Phrase is { } phrase)
        {
            row[column + "Phrase"] = phrase;
        }
    }

    private static NewsCondition? ReadNews(TableEntity row, string column)
    {
        Symbol? symbol = row.GetString(column + "Symbol") is { } text ? Symbol.Parse(text) : null;
        var phrase = row.GetString(column + "Phrase");
        return symbol is null && phrase is null ? null : new NewsCondition(symbol, phrase);
    }
}

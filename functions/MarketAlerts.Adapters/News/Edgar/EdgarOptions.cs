using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.News.Edgar;

/// <summary>The filings at the SEC; section <c>News:Edgar</c> of the settings.</summary>
public sealed class EdgarOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "News:Edgar";

    /// <summary>
    /// Who asks: the SEC answers only those who give a name and an e-mail address, such as <c>Example Corp admin@example.com</c>.
    /// </summary>
    /// <value>null: the SEC is not asked</value>
    [RegularExpression(
        @"(?=[\x20-\x7E]{1,200}$)[^@\s][^@]* \(?[^@\s]+@[^@\s]+\.[^@\s]+",
        ErrorMessage = "News:Edgar:UserAgent must be a name and an e-mail address, such as 'Example Corp admin@example.com'."
    )]
    public string? UserAgent { get; set; }

    /// <summary>
    /// The list of filings. Its <c>type</c> must let through all the forms wanted; it takes those that begin so, and without one all.
    /// </summary>
    /// <value>the newest 100 filings of forms 8-K</value>
    [Required]
    public Uri Address { get; set; } =
        new(
            "https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent&type=8-K&company=&dateb=&owner=include&start=0&count=100&"
                + "output=atom"
        );

    /// <summary>The tickers of those who file, by their number.</summary>
    /// <value>the SEC's company_tickers.json</value>
    [Required]
    public Uri TickersAddress { get; set; } = new("https://www.sec.gov/files/company_tickers.json");

    /// <summary>
    /// The forms that are news, with commas between them, exactly as the SEC names them; amendments such as <c>8-K/A</c> are forms of their
    /// own.
    /// </summary>
    /// <value>8-K</value>
    [Required]
    [RegularExpression(
        @"[A-Za-z0-9 ,/-]{1,500}",
        ErrorMessage = "News:Edgar:Forms must be forms with commas between them, such as '8-K,8-K/A'."
    )]
    public string Forms { get; set; } = "8-K";

    /// <summary>How long an answer may take in all, in seconds: 10 were seen on a good day.</summary>
    /// <value>30</value>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 30;
}

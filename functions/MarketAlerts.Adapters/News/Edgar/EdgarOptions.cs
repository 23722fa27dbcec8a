using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.News.Edgar;

/// <summary>The filings at the SEC; section <c>News:Edgar</c> of the settings.</summary>
public sealed class EdgarOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "News:Edgar";

    /// <summary>Who asks: the SEC answers only those who give a name and an e-mail address, such as <c>Example Corp admin@example.com</c>.</summary>
    /// <value>null: the SEC is not asked</value>
    [RegularExpression(@"(?=[\x20-\x7E]{1,200}$)[^@\s][^@]* \(?[^@\s]+@[^@\s]+\.[^@\s]+", ErrorMessage = "News:Edgar:UserAgent must be a name and an e-mail address, such as 'Example Corp admin@example.com'.")]
    public string? UserAgent { get; set; }

    /// <summary>The list of filings.</summary>
    /// <value>the newest 100 filings of forms 8-K</value>
    [Required]
    public Uri Address { get; set; } = new("https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent&type=8-K&company=&dateb=&owner=include&start=0&count=100&output=atom");

    /// <summary>The forms that are news, exactly as the SEC names them; amendments such as <c>8-K/A</c> are forms of their own.</summary>
    /// <value>8-K</value>
    [MinLength(1)]
    public IList<string> Forms { get; } = ["8-K"];

    /// <summary>How long an answer may take in all, in seconds: 10 were seen on a good day.</summary>
    /// <value>30</value>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 30;
}

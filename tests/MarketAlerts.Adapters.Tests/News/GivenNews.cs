using System.Net;
using System.Text;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.News;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.Tests.News;

/// <summary>Samples in the shapes seen in the wild.</summary>
internal static class GivenNews
{
    public static readonly DateTimeOffset Now = new(2025, 1, 27, 22, 0, 0, TimeSpan.Zero);
    public static readonly Uri Address = new("https://news.example/rss.xml");

    /// <summary>
    /// No guid, relative link, HTML in titles, an odd zone, a bogus date, the same news twice, and an encoding that is not what it says.
    /// </summary>
    public const string Nasty = """
        <?xml version="1.0" encoding="windows-1252"?>
        <rss version="2.0"><channel><title>Wire</title><link>https://news.example/</link>
        <item><title>&lt;b&gt;Nvidia&lt;/b&gt; falls 17&amp;#37;</title><link>/a/1?utm_source=rss</link>
        <description><![CDATA[<p>Chip shares slide<img src="http://t.example/p.gif"></p>]]></description><pubDate>Mon, 27 January 2025 9:31:00 ET</pubDate></item>
        <item><title>Nvidia falls 17%</title><link>https://news.example/a/1</link><pubDate>not a date</pubDate></item></channel></rss>
        """;

    public const string Rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel><title>Wire</title><item><media:title>Not this</media:title><title>Fed holds rates</title><link>https://news.example/fed</link>
        <guid isPermaLink="false">n-1</guid><dc:date>2025-01-27T14:31:00Z</dc:date><content:encoded><![CDATA[<p>Rates &amp; bonds</p><script>alert(1)</script>]]></content:encoded></item>
        <item><title>By its guid</title><guid>https://news.example/by-guid</guid><pubDate>27 Jan 25 14:31 GMT</pubDate></item></channel></rss>
        """;

    public const string Rdf = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://old.example/"><title>Old</title></channel>
        <item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link><description>First</description><dc:date>2025-01-27T09:31-05:00</dc:date></item></rdf:RDF>
        """;

    public const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://atom.example/base/"><title>A</title>
        <entry xml:base="posts/"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Up <b>5</b> %</div></title><link rel="enclosure" href="https://atom.example/x.mp3"/>
        <link href="7"/><id>urn:7</id><published>2025-01-27T14:31:00.5Z</published><updated>2025-01-27T15:00:00Z</updated><summary type="html">&lt;p&gt;A&lt;/p&gt;&lt;p&gt;B&lt;/p&gt;</summary></entry></feed>
        """;

    public const string OldAtom = """
        <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>A</title>
        <entry><title>Old</title><link rel="alternate" type="text/html" href="https://atom.example/3"/><id>tag:3</id><issued>2025-01-27T14:31:00Z</issued><modified>2025-01-27T14:32:00Z</modified><content>Body</content></entry></feed>
        """;

    public const string Edgar = """
        <?xml version="1.0" encoding="ISO-8859-1" ?>
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Latest Filings</title>
        <entry><title>8-K - NVIDIA Corporation (0001045810) (Filer)</title>
        <link rel="alternate" type="text/html" href="https://www.sec.gov/Archives/edgar/data/1045810/000104581025000001/0001045810-25-000001-index.htm"/>
        <summary type="html"> &lt;b&gt;Filed:&lt;/b&gt; 2025-01-27 &lt;b&gt;AccNo:&lt;/b&gt; 0001045810-25-000001 &lt;b&gt;Size:&lt;/b&gt; 200 KB</summary>
        <updated>2025-01-27T16:31:02-05:00</updated><category scheme="https://www.sec.gov/" label="form type" term="8-K"/>
        <id>urn:tag:sec.gov,2008:accession-number=0001045810-25-000001</id></entry>
        <entry><title>8-K - BERKSHIRE HATHAWAY INC (0001067983) (Subject)</title>
        <link rel="alternate" type="text/html" href="https://www.sec.gov/Archives/edgar/data/1067983/000104581025000001/0001045810-25-000001-index.htm"/>
        <updated>2025-01-27T16:31:02-05:00</updated><category scheme="https://www.sec.gov/" label="form type" term="8-K"/>
        <id>urn:tag:sec.gov,2008:accession-number=0001045810-25-000001</id></entry>
        <entry><title>8-K/A - Other Corp (0000000042) (Filer)</title><updated>2025-01-27T16:31:02-05:00</updated><category term="8-K/A"/><id>urn:3</id></entry></feed>
        """;

    public const string Companies = """
        {"0":{"cik_str":1045810,"ticker":"NVDA","title":"NVIDIA CORP"},"1":{"cik_str":1067983,"ticker":"BRK-B","title":"BERKSHIRE HATHAWAY INC"},
         "2":{"cik_str":"1067983","ticker":"BRK-A","title":"BERKSHIRE HATHAWAY INC"},"3":{"cik_str":null,"ticker":7},"4":[],"5":{"cik_str":19617,"ticker":"JPM-PC"}}
        """;

    public const string Halts = """
        <?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:ndaq="http://www.nasdaqtrader.com/"><channel><title>NASDAQTrader.com</title><ttl>1</ttl><ndaq:numItems>6</ndaq:numItems>
        <item><title>XYZ</title><pubDate>Mon, 27 Jan 2025 05:00:00 GMT</pubDate>
        <ndaq:HaltDate>01/27/2025</ndaq:HaltDate><ndaq:HaltTime>09:41:12.345</ndaq:HaltTime><ndaq:IssueSymbol>XYZ</ndaq:IssueSymbol>
        <ndaq:IssueName>Example Corp</ndaq:IssueName><ndaq:Market>NASDAQ</ndaq:Market><ndaq:ReasonCode>LUDP</ndaq:ReasonCode>
        <ndaq:PauseThresholdPrice>12.34</ndaq:PauseThresholdPrice><ndaq:ResumptionDate>01/27/2025</ndaq:ResumptionDate>
        <ndaq:ResumptionQuoteTime>09:46:12</ndaq:ResumptionQuoteTime><ndaq:ResumptionTradeTime>09:51:12</ndaq:ResumptionTradeTime></item>
        <item><ndaq:HaltDate>01/27/2025</ndaq:HaltDate><ndaq:HaltTime>09:41:12.345</ndaq:HaltTime><ndaq:IssueSymbol> xyz </ndaq:IssueSymbol><ndaq:Mkt>Q</ndaq:Mkt><ndaq:ReasonCode>LUDP</ndaq:ReasonCode><ndaq:ResumptionDate/><ndaq:ResumptionTradeTime/></item>
        <item><ndaq:HaltDate>07/01/2024</ndaq:HaltDate><ndaq:HaltTime>19:50:00</ndaq:HaltTime><ndaq:IssueSymbol>NVDA</ndaq:IssueSymbol><ndaq:Mkt>Q</ndaq:Mkt><ndaq:ReasonCode>T1</ndaq:ReasonCode></item>
        <item><ndaq:HaltDate>01/27/2025</ndaq:HaltDate><ndaq:HaltTime>10:00:00</ndaq:HaltTime><ndaq:IssueSymbol>OTHER</ndaq:IssueSymbol><ndaq:ReasonCode>T1</ndaq:ReasonCode></item>
        <item><ndaq:HaltDate>31/31/2025</ndaq:HaltDate><ndaq:HaltTime>10:00:00</ndaq:HaltTime><ndaq:IssueSymbol>NVDA</ndaq:IssueSymbol></item>
        <item><ndaq:HaltDate>01/27/2025</ndaq:HaltDate><ndaq:HaltTime>12:00:00</ndaq:HaltTime><ndaq:IssueSymbol>NVDA</ndaq:IssueSymbol><ndaq:ReasonCode>T12</ndaq:ReasonCode><ndaq:ResumptionTradeTime>11:00:00</ndaq:ResumptionTradeTime></item>
        </channel></rss>
        """;

    public const string Alpaca = """
        {"news":[{"id":43210001,"headline":"Nvidia Shares Are Trading Lower; Here&#39;s Why","summary":"DeepSeek &amp; co","author":"Benzinga Newsdesk","created_at":"2025-01-27T14:31:00Z",
         "updated_at":"2025-01-27T14:35:01Z","content":"","url":"https://www.benzinga.com/news/43210001","symbols":["NVDA","amd","NVDA","not a ticker",7,null],"source":"benzinga"},
         {"id":null,"headline":null,"summary":null,"url":null,"symbols":null}],"next_page_token":"x"}
        """;

    public const string Finnhub = """
        [{"category":"company","datetime":1737988260,"headline":"Nvidia slides","id":131500001,"image":"","related":"NVDA","source":"Reuters","summary":"Chips","url":"https://finnhub.io/api/news?id=1"},
         {"category":"top news","datetime":0,"headline":"No symbol","id":0,"related":"","url":"javascript:alert(1)"},null,7,[]]
        """;

    public const string Massive = """
        {"count":1,"next_url":"https://api.massive.com/next","request_id":"1","status":"OK","results":[{"id":"8ec638777ca03b553ae516761c2a22ba2fdd2f37befae3ab6fdab74e9e5193eb",
         "publisher":{"name":"Reuters"},"title":"Nvidia slides","author":"A","published_utc":"2025-01-27T14:31:00Z","article_url":"https://news.example/m","tickers":["NVDA","BRK.B"],"description":"Chips","keywords":["ai"]}]}
        """;

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static IReadOnlyList<Article> Parse(string feed, string? charset = null) => Parse(Bytes(feed), charset);

    public static IReadOnlyList<Article> Parse(byte[] feed, string? charset = null) =>
        FeedParser.Parse("wire", Address, feed, charset, Now);

    public static Fetched Answer(byte[] body) => new("wire", HttpStatusCode.OK, body, "text/xml", null, null, null, Address, null);
}

using System.IO.Hashing;
using System.Text;

namespace MarketAlerts.Core.News;

/// <summary>By what an article is recognised again: its feed's item, and the page it leads to.</summary>
internal static class StoryMarks
{
    /// <summary>The marks of an article: the item first.</summary>
    public static ulong[] MarksOf(Article article)
    {
        var link = CanonicalLink.Normalize(article.Link);
        return link is "" ? [ItemOf(article)] : [ItemOf(article), HashOf($"link\n{link}")];
    }

    /// <summary>The mark of what an article says: another headline or link is another one.</summary>
    public static ulong ContentOf(Article article) => HashOf($"content\n{article.Title}\n{article.Link}");

    /// <summary>The mark of an article's item.</summary>
    public static ulong ItemOf(Article article) => HashOf($"item\n{article.Source}\n{article.Id}");

    private static ulong HashOf(string text) => XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(text));
}

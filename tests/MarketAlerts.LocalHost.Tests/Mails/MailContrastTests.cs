using MarketAlerts.LocalHost.Tests.Mails.Markup;

namespace MarketAlerts.LocalHost.Tests.Mails;

public sealed class MailContrastTests
{
    /// <summary>WCAG 2.1, 1.4.3, level AA, for text of any size.</summary>
    private const double Least = 4.5;

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)] // The well-known grey that just fails.
    [InlineData("#123456", "#123456", 1)]
    public void Contrast_IsThatOfTheStandard(string one, string other, double ratio) => Colors.Contrast(one, other).ShouldBe(ratio, 0.01);

    [Theory]
    [MemberData(nameof(RenderedMails.Names), MemberType = typeof(RenderedMails))]
    public void Texts_StandOut_ByDayAndByNight(string name)
    {
        var document = MarkupParser.Read(RenderedMails.Text($"{name}.html"));
        foreach (var isDark in new[] { false, true })
        {
            var texts = new Colors(document, isDark).Texts.ToArray();
            texts.Length.ShouldBeGreaterThan(5);
            texts.Where(text => Colors.Contrast(text.Color, text.Behind) < Least).ShouldBeEmpty(isDark ? "in the dark" : "in the light");
        }
    }

    /// <summary>
    /// In the dark nothing may keep the colour of the day, or it is dark on dark in one mail program and light on light in the next.
    /// </summary>
    [Theory]
    [MemberData(nameof(RenderedMails.Names), MemberType = typeof(RenderedMails))]
    public void Texts_HaveAColourOfTheirOwn_InTheDark(string name)
    {
        var document = MarkupParser.Read(RenderedMails.Text($"{name}.html"));

        var (day, night) = (new Colors(document, false).Texts, new Colors(document, true).Texts);

        day.Zip(night).Where(pair => pair.First.Color == pair.Second.Color && pair.First.Behind != pair.Second.Behind).ShouldBeEmpty();
    }
}

using MarketAlerts.Core.Stages.SelfService;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Functions.Pages;

/// <summary>A page behind a signed link: it shows what its button will do, and does it.</summary>
public interface ISelfServicePage
{
    /// <summary>What its links are for.</summary>
    LinkPurpose Purpose { get; }

    /// <summary>What is shown before anything is done; changes nothing.</summary>
    Task<HtmlPage> ShowAsync(LinkVisit visit, CancellationToken cancellationToken);

    /// <summary>What the button does; doing it twice is doing it once.</summary>
    Task<HtmlPage> ActAsync(LinkVisit visit, IFormCollection fields, CancellationToken cancellationToken);
}

using System.Net.Mail;
using System.Net.Mime;
using MarketAlerts.Benchmarks.Harness;
using MimeKit;

namespace MarketAlerts.Benchmarks.W4;

/// <summary>
/// The framework's own client, one kept a worker, with our texts and picture. It takes tens of milliseconds a mail, so it gets few.
/// </summary>
/// <param name="port">The sink's port.</param>
/// <param name="connections">How many clients.</param>
/// <param name="ours">The messages.</param>
internal sealed class SystemNetMail(int port, int connections, OurMessages ours) : IMailRun
{
    private MailMessage[] _messages = [];

    public string Name => $"System.Net.Mail (one mail in {OneIn}, scaled)";

    public ContenderKind Kind => ContenderKind.Peer;

    public int OneIn => 25;

    public bool SendsOurBytes => false;

    public async Task PrepareAsync(MailBatch batch, CancellationToken cancellationToken)
    {
        Array.ForEach(_messages, message => message.Dispose());
        _messages = [.. (await ours.OfAsync(batch, cancellationToken)).Select(MessageOf)];
    }

    public Task SendAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(
            _messages
                .Chunk((_messages.Length + connections - 1) / connections)
                .Select(part => Task.Run(() => SendAsync(part, cancellationToken), cancellationToken))
        );

    public ValueTask DisposeAsync()
    {
        Array.ForEach(_messages, message => message.Dispose());
        return ValueTask.CompletedTask;
    }

#pragma warning disable RS0030 // It is banned for what this measures.
    private async Task SendAsync(IEnumerable<MailMessage> messages, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient("127.0.0.1", port);
        foreach (var message in messages)
        {
            await client.SendMailAsync(message, cancellationToken);
        }
    }
#pragma warning restore RS0030

    private static MailMessage MessageOf(MimeMessage original)
    {
        var message = new MailMessage(original.From.Mailboxes.First().Address, original.To.Mailboxes.First().Address)
        {
            Subject = original.Subject,
            Body = original.TextBody,
        };
        var html = AlternateView.CreateAlternateViewFromString(original.HtmlBody!, null, MediaTypeNames.Text.Html);
        foreach (var picture in original.BodyParts.OfType<MimePart>().Where(part => part.ContentType.IsMimeType("image", "png")))
        {
            html.LinkedResources.Add(
                new LinkedResource(picture.Content!.Open(), MediaTypeNames.Image.Png) { ContentId = picture.ContentId }
            );
        }

        message.AlternateViews.Add(html);
        return message;
    }
}

using Fluid.Values;
using MarketAlerts.Adapters.Mail;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;
using MimeKit;

namespace MarketAlerts.Adapters.Tests.Mail.Pieces;

/// <summary>What is put together from shared pieces must be what the templates make of the whole mail.</summary>
public sealed class PatchedMailTests
{
    private const int Stories = 60;
    private const int SubscribersOfEach = 4;

    [Fact]
    public void BuildMessage_IsTheWholeRendering_WhateverTheTextsAre()
    {
        var renderer = SampleMail.Renderer();
        for (var seed = 0; seed < Stories; seed++)
        {
            var hostile = new HostileMail(seed);
            var content = hostile.Content();
            for (var reader = 0; reader < SubscribersOfEach; reader++)
            {
                var mail = hostile.Mail(content);
                using var message = renderer.BuildMessage(mail);
                var (html, text) = Whole(mail, message);

                Decoded(message, "html").ShouldBe(html, $"seed {seed}, reader {reader}");
                Decoded(message, "plain").ShouldBe(text, $"seed {seed}, reader {reader}");
            }
        }
    }

    [Fact]
    public void BuildMessage_GivesEachSubscriberTheirOwn_WhenManyAreWrittenAtOnce()
    {
        var renderer = SampleMail.Renderer();
        var mails = Enumerable
            .Range(0, 200)
            .Select(reader =>
                SampleMail.Chips with
                {
                    Rules = [.. Enumerable.Range(0, 1 + (reader % 3)).Select(rule => Rule.FromText($"NVDA falls {reader}.{rule}% today"))],
                }
            )
            .ToArray();

        var texts = mails.AsParallel().AsOrdered().Select(mail => renderer.BuildMessage(mail).TextBody!).ToArray();

        texts.ShouldBe(mails.Select(mail => SampleMail.Renderer().BuildMessage(mail).TextBody!));
    }

    [Fact]
    public void BuildMessage_WritesLegalLines_WhateverTheTextsAre()
    {
        for (var seed = 0; seed < Stories; seed++)
        {
            var hostile = new HostileMail(seed);
            using var message = SampleMail.Renderer().BuildMessage(hostile.Mail(hostile.Content()));
            foreach (var part in message.BodyParts.OfType<MimePart>())
            {
                using var raw = new MemoryStream();
                part.Content!.WriteTo(raw, TestContext.Current.CancellationToken);
                var lines = System.Text.Encoding.Latin1.GetString(raw.ToArray()).Split('\n');
                lines.ShouldAllBe(
                    line => line.Length <= 76 && !line.EndsWith(' ') && line.All(letter => letter >= ' ' && letter <= '~'),
                    $"seed {seed}"
                );
            }
        }
    }

    [Fact]
    public void BuildMessage_KeepsNoStory_ThatNobodyHas()
    {
        var renderer = SampleMail.Renderer();
        var gone = Render(renderer);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        gone.IsAlive.ShouldBeFalse();
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Render(MailRenderer renderer)
    {
        var content = SampleMail.ChipsContent with { Headline = "Soon gone" };
        renderer.BuildMessage(SampleMail.Chips with { Content = content }).Dispose();
        return new WeakReference(content);
    }

    private static (string Html, string Text) Whole(AlertMail mail, MimeMessage message)
    {
        var texts = SubscriberTexts.Write(mail);
        var view = MailViewBuilder.Build(
            mail.Content,
            message.BodyParts.OfType<MimePart>().SingleOrDefault(part => part.ContentType.IsMimeType("image", "png"))?.ContentId
        );
        using StringWriter html = new(),
            text = new();
        SampleMail.Templates.WriteHtml(mail.Kind, view, texts, index => StringValue.Create(texts[index].Text), html);
        SampleMail.Templates.WriteText(mail.Kind, view, texts, index => StringValue.Create(texts[index].Text), text);
        return (html.ToString(), text.ToString());
    }

    private static string Decoded(MimeMessage message, string subtype)
    {
        using var bytes = new MemoryStream();
        message
            .BodyParts.OfType<TextPart>()
            .Single(part => part.ContentType.MediaSubtype == subtype)
            .Content!.DecodeTo(bytes, TestContext.Current.CancellationToken);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Adapters.Mail.Pieces;

/// <summary>
/// What the mails of one content share: its picture, drawn once, and its text, run through the templates and encoded once for each set of
/// the subscriber's own fields that is there. Used by many mails at the same time.
/// </summary>
internal sealed class MailContentForm
{
    private const int MostForms = 64;

    private readonly ConcurrentDictionary<string, MailForm> _forms = new(StringComparer.Ordinal);
    private readonly MailTemplates _templates;
    private readonly MailKind _kind;
    private readonly MailView _view;

    /// <summary>Draws the picture and takes the content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="templates">What it looks like.</param>
    /// <param name="domain">The domain of the picture's Content-ID.</param>
    public MailContentForm(MailContent content, MailTemplates templates, string domain)
    {
        (_templates, _kind) = (templates, content.Kind);
        if (Sparkline.Draw(content.Paths) is { } picture)
        {
            PictureId = $"paths.{Convert.ToHexStringLower(SHA256.HashData(picture))[..24]}@{domain}";
            Picture = EncodedPicture.Encode(picture);
        }

        _view = MailViewBuilder.Build(content, PictureId);
    }

    /// <summary>The picture as base64 in lines, or null without one.</summary>
    public byte[]? Picture { get; }

    /// <summary>The picture's Content-ID, always the same for the same picture.</summary>
    public string? PictureId { get; }

    /// <summary>
    /// The form for subscribers of whom these fields are there. A content with unusually many sets of fields keeps the first ones.
    /// </summary>
    public MailForm FormFor(IReadOnlyList<SubscriberText> texts)
    {
        var fields = string.Create(
            texts.Count,
            texts,
            static (key, all) =>
            {
                for (var index = 0; index < key.Length; index++)
                {
                    key[index] = (char)all[index].Field;
                }
            }
        );
        return _forms.TryGetValue(fields, out var form) ? form
            : _forms.Count < MostForms ? _forms.GetOrAdd(fields, Make(texts))
            : Make(texts);
    }

    private MailForm Make(IReadOnlyList<SubscriberText> texts)
    {
        using SlotWriter html = new(),
            text = new();
        _templates.WriteHtml(_kind, _view, texts, Place, html);
        _templates.WriteText(_kind, _view, texts, Place, text);
        return new MailForm(new EncodedPieces(html, HtmlEncoder.Default), new EncodedPieces(text, null));
    }

    private static SlotValue Place(int text) => new(new Slot(text, null));
}

/// <summary>The two parts of a mail, ready but for what is the subscriber's own.</summary>
/// <param name="Html">The HTML part.</param>
/// <param name="Text">The text part.</param>
internal sealed record MailForm(EncodedPieces Html, EncodedPieces Text);

/// <summary>Writes a picture as base64 in lines (RFC 2045, 6.8).</summary>
internal static class EncodedPicture
{
    private const int BytesInLine = 57;

    /// <summary>The lines, of 76 letters each, as bytes.</summary>
    public static byte[] Encode(byte[] picture) =>
        Encoding.ASCII.GetBytes(string.Concat(picture.Chunk(BytesInLine).Select(line => Convert.ToBase64String(line) + "\n")));
}

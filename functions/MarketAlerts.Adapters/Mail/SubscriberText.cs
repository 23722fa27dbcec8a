namespace MarketAlerts.Adapters.Mail;

/// <summary>One text of the subscriber's own, ready to be shown. A field that is not there has none; a field that is a list has several.</summary>
/// <param name="Field">What it is.</param>
/// <param name="Text">The text.</param>
internal readonly record struct SubscriberText(SubscriberField Field, string Text);

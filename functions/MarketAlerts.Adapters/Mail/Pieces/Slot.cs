namespace MarketAlerts.Adapters.Mail.Pieces;

/// <summary>A place in a rendering that a subscriber's text fills.</summary>
/// <param name="Text">The number of the text.</param>
/// <param name="Wrap">How it is broken into lines, or null for not at all.</param>
internal readonly record struct Slot(int Text, LineWrap? Wrap);

namespace MarketAlerts.Adapters.Quotes;

/// <summary>Reads a provider's answer. Pure; a body that is not what is documented throws a JsonException or a FetchException.</summary>
/// <typeparam name="TResult">What it says.</typeparam>
/// <param name="body">The whole answer.</param>
internal delegate TResult BodyReader<out TResult>(ReadOnlySpan<byte> body);

namespace MarketAlerts.LocalHost.Tests.Pages;

/// <summary>A body whose length is not told beforehand, so that it is sent in chunks.</summary>
internal sealed class UnknownLength(int bytes) : MemoryStream(new byte[bytes])
{
    public override bool CanSeek => false;
}

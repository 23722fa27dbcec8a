using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Subscribers;
using MarketAlerts.Testing.Memory;

namespace MarketAlerts.Core.Tests.Stages.SelfService;

public sealed class ProfileEditorTests
{
    private const string Ana = "ana@example.com";
    private readonly MemorySubscribers _subscribers = new();
    private readonly ProfileEditor _editor;
    private int _writes;

    public ProfileEditorTests()
    {
        _editor = new ProfileEditor(_subscribers);
        _subscribers.Put(GivenSplit.Profile(Ana, "NVDA notable"));
        _subscribers.Writing = _ => _writes++;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EditAsync_KeepsWhatSomebodyElseWrote_WhenTheyWereFaster()
    {
        _subscribers.Writing = _ =>
        {
            _subscribers.Writing = null;
            _subscribers.Put(_subscribers.ProfileOf(Ana) with { Rules = [Rule.FromText("AMD notable")] });
        };

        var after = await _editor.EditAsync(SubscriberId.FromAddress(Ana), OptOuts.StopAll, Token);

        after.ShouldNotBeNull().Unsubscribed.ShouldBeTrue();
        (_subscribers.ProfileOf(Ana).Unsubscribed, _subscribers.ProfileOf(Ana).Rules.Single().Text).ShouldBe((true, "AMD notable"));
    }

    [Fact]
    public async Task EditAsync_WritesNothing_WhenNothingChanges()
    {
        (await _editor.EditAsync(SubscriberId.FromAddress(Ana), profile => profile, Token)).ShouldNotBeNull();
        (await _editor.EditAsync(SubscriberId.FromAddress("nobody@example.com"), OptOuts.StopAll, Token)).ShouldBeNull();

        _writes.ShouldBe(0);
    }

    [Fact]
    public async Task EditAsync_GivesUp_WhenTheProfileKeepsChanging()
    {
        _subscribers.Writing = _ => _subscribers.Put(_subscribers.ProfileOf(Ana) with { TimeZone = $"Etc/GMT+{++_writes}" });

        await Should.ThrowAsync<InvalidOperationException>(() => _editor.EditAsync(SubscriberId.FromAddress(Ana), OptOuts.StopAll, Token));

        (_writes, _subscribers.ProfileOf(Ana).Unsubscribed).ShouldBe((OptimisticWrite.Attempts, false));
    }
}

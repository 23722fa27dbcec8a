using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Operations;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages.Operations;

public sealed class RedriverTests
{
    private readonly FakeTimeProvider _time = new(Given.At("14:31"));
    private readonly FakeDeadLetters _letters = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_RemovesEach_OnlyAfterItIsBack()
    {
        Die("1", "2", "3");

        (await RunAsync()).Count.ShouldBe(3);

        _letters.Done.ShouldBe(["back 1", "remove 1", "back 2", "remove 2", "back 3", "remove 3"]);
    }

    [Fact]
    public async Task RunAsync_LosesNothing_WhenItEndsInBetween()
    {
        Die("1", "2");
        _letters.PuttingBack = letter => _ = letter.Key is "2" ? throw new IOException("down") : 0;

        await Should.ThrowAsync<IOException>(RunAsync);

        _letters.Letters.Select(letter => letter.Key).ShouldBe(["2"]);
    }

    [Fact]
    public async Task RunAsync_OnlyTells_WhenItIsADryRun()
    {
        Die("1", "2", "3");

        (await RunAsync(dryRun: true))
            .Select(letter => (letter.View.Id, letter.View.Schema, letter.Age.TotalMinutes))
            .ShouldBe([("b0000.1", "due-bucket 1", 5), ("b0000.2", "due-bucket 1", 5), ("b0000.3", "due-bucket 1", 5)]);

        _letters.Done.ShouldBe(["release 1", "release 2", "release 3"]);
    }

    // What was filed is known for 14 days: later it would be filed for everybody once more.
    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public async Task RunAsync_LeavesWhatIsTooOld(int days, bool expected)
    {
        Die("1");
        _time.Advance(TimeSpan.FromDays(days) - TimeSpan.FromMinutes(5));

        (await RunAsync()).ShouldHaveSingleItem().IsTooOld.ShouldBe(expected);

        _letters.Letters.Count.ShouldBe(expected ? 1 : 0);
    }

    [Fact]
    public async Task RunAsync_LeavesWhatDiesMeanwhile_ToAnotherRun()
    {
        Die("1");
        _letters.PuttingBack = letter => _letters.Letters.Add(letter with { Key = "again", Since = _time.GetUtcNow().AddSeconds(1) });

        (await RunAsync()).Count.ShouldBe(1);

        _letters.Done.ShouldBe(["back 1", "remove 1", "release again"]);
    }

    [Fact]
    public async Task RunAsync_Ends_WhenALockRunsOut()
    {
        Die("1", "2");
        _letters.Forgets = true;

        (await RunAsync(dryRun: true)).Count.ShouldBe(2);
        _letters.Done.Distinct().ShouldBe(["release 1", "release 2"]);
    }

    // The lock of the second ran out before the third was taken.
    [Fact]
    public async Task RunAsync_TellsOfAll_WhenOneComesAgainAmongOthers()
    {
        Die("1", "2", "3");
        _letters.Takes = new([
            ["1", "2"],
            ["2", "3"],
            [],
        ]);

        (await RunAsync(dryRun: true)).Select(letter => letter.View.Id).ShouldBe(["b0000.1", "b0000.2", "b0000.3"]);
    }

    [Theory]
    [InlineData("b0000.1", "{\"address\":\"ana@example.com\"}", "b0000.1", "none of ours")]
    [InlineData("#chips.20250127T143120.000", "nonsense", "#chips.20250127T143120.000", "none of ours")]
    [InlineData("ana@example.com", "nonsense", "none of ours", "none of ours")]
    public async Task RunAsync_ShowsNothing_OfWhatIsNotOurs(string id, string content, string shownId, string shownSchema)
    {
        _letters.Letters.Add(new DeadLetter("1", id, content, _time.GetUtcNow(), null, id));

        var view = (await RunAsync()).ShouldHaveSingleItem().View;

        (view.Id, view.Schema, view.MarketTime).ShouldBe((shownId, shownSchema, null));
    }

    private void Die(params string[] keys) =>
        _letters.Letters.AddRange(
            keys.Select(key => new DeadLetter(
                key,
                $"b0000.{key}",
                MessageCodec.Write(new DueBucket("b0000"), $"b0000.{key}", Given.At("14:26")),
                Given.At("14:26"),
                null,
                key
            ))
        );

    private async Task<List<RedrivenLetter>> RunAsync(bool dryRun) =>
        await new Redriver(_letters, new RetentionOptions(), _time).RunAsync("deliveries", dryRun, Token).ToListAsync(Token);

    private Task<List<RedrivenLetter>> RunAsync() => RunAsync(false);
}

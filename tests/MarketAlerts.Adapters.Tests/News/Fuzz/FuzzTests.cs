namespace MarketAlerts.Adapters.Tests.News.Fuzz;

public sealed class FuzzTests
{
    private const int Seed = 20_250_127;

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Parse_RefusesAtMost_WhenTheInputIsSpoilt(string target) => FuzzHarness.Run(FuzzTargets.Of(target), Seed).ShouldBeNull();

    [Fact]
    public void Run_NamesTheInput_WhenAParserThrowsAnotherException()
    {
        var target = new FuzzTarget("bad", FuzzTargets.Of("feeds").Seeds, body => ArgumentOutOfRangeException.ThrowIfNotEqual(body[0], (byte)'<'));

        FuzzHarness.Run(target, Seed).ShouldNotBeNull().ShouldContain($"bad, seed {Seed}, input ");
    }

    [Fact]
    public void Run_NamesTheInput_WhenAParserTakesTooMuchMemory()
    {
        var target = new FuzzTarget("big", FuzzTargets.Of("dates").Seeds, body => GC.KeepAlive(body is [.., 0xFF] ? new byte[10_000_000] : body));

        FuzzHarness.Run(target, Seed).ShouldNotBeNull().ShouldContain("bytes for ");
    }

    [Fact]
    public void Next_SpoilsAlike_WhenTheSeedIsTheSame()
    {
        var (one, other, seeds) = (new Mutator(1), new Mutator(1), FuzzTargets.Of("feeds").Seeds);

        Enumerable.Range(0, 100).Select(_ => one.Next(seeds)).ShouldBe(Enumerable.Range(0, 100).Select(_ => other.Next(seeds)));
    }
}

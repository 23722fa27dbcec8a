using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Quotes;

public sealed class VolumeCurveFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Between 15 and 30 minutes 0.092 + (0.145 - 0.092) x 5 / 15 = 0.10967; a half day ends with half of a usual day.
    [Theory]
    [InlineData(-5, false, 0.010)]
    [InlineData(0, false, 0.010)]
    [InlineData(20, false, 0.10967)]
    [InlineData(390, false, 1)]
    [InlineData(500, false, 1)]
    [InlineData(0, true, 0.008)]
    [InlineData(210, true, 0.5)]
    [InlineData(300, true, 0.5)]
    public void Read_GivesSharesOfADay_WhenItIsBuiltIn(int minute, bool closesEarly, double share) =>
        VolumeCurveFile.Read(new VolumeOptions()).ShareBy(minute, closesEarly).ShouldBe(share, 0.00001);

    [Fact]
    public void Read_OnlyRises_WhenItIsBuiltIn()
    {
        var curve = VolumeCurveFile.Read(new VolumeOptions());

        Enumerable.Range(1, 390).ShouldAllBe(minute => curve.ShareBy(minute, false) > curve.ShareBy(minute - 1, false));
        Enumerable.Range(1, 210).ShouldAllBe(minute => curve.ShareBy(minute, true) > curve.ShareBy(minute - 1, true));
    }

    [Fact]
    public void Read_TakesTheFile_WhenOneIsConfigured() =>
        Read("""{"source": "Here.", "regular": {"10": 0.5, "0": 0.25}, "halfDay": {"0": 0.1, "5": 0.4}}""")
            .ShareBy(5, false)
            .ShouldBe(0.375, 1e-12);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"regular": {"0": 0.1, "5": 0.4}, "halfDay": {"0": 0.1, "5": 0.4}}""")]
    [InlineData("""{"source": "S", "regular": {"0": 0.1, "5": 0.4}}""")]
    [InlineData("""{"source": "S", "regular": null, "halfDay": {"0": 0.1, "5": 0.4}}""")]
    [InlineData("""{"source": "S", "regular": {"0": 0.1, "5": 0.4}, "halfDay": {}}""")]
    [InlineData("""{"source": "S", "regular": {"0": 0.1, "5": 0.4}, "halfDay": {"0": 0.1}}""")]
    [InlineData("""{"source": "S", "regular": {"1": 0.1, "5": 0.4}, "halfDay": {"0": 0.1, "5": 0.4}}""")]
    [InlineData("""{"source": "S", "regular": {"0": 0, "5": 0.4}, "halfDay": {"0": 0.1, "5": 0.4}}""")]
    [InlineData("""{"source": "S", "regular": {"0": 0.1, "5": 0.1}, "halfDay": {"0": 0.1, "5": 0.4}}""")]
    [InlineData("""{"source": "S", "regular": {"0": 0.1, "5": 0.4, "9": 0.3}, "halfDay": {"0": 0.1, "5": 0.4}}""")]
    [InlineData("""{"source": "S", "regular": {"0": 0.1, "5": 1.01}, "halfDay": {"0": 0.1, "5": 0.4}}""")]
    [InlineData("""{"source": "S", "regular": {"0": 0.1, "5": NaN, "9": 0.5}, "halfDay": {"0": 0.1, "5": 0.4}}""")]
    [InlineData("""{"source": "S", "regular": {"0": 0.1, "1441": 0.4}, "halfDay": {"0": 0.1, "5": 0.4}}""")] // A number a minute is kept.
    [InlineData("""{"source": "S", "regular": {"0": 0.1, "2147483647": 0.4}, "halfDay": {"0": 0.1, "5": 0.4}}""")]
    [InlineData("""{"source": "S", "regular": {"open": 0.1, "5": 0.4}, "halfDay": {"0": 0.1, "5": 0.4}}""")]
    [InlineData("""{"source": "S", "regular": {"0": 0.1, "5": 0.4}, "halfDay": {"0": 0.1, "5": 0.4}, "lunch": {}}""")]
    public void Read_Refuses_WhenTheFileIsBroken(string json) =>
        Should
            .Throw<InputFileException>(() => Read(json))
            .Message.ShouldStartWith($"{Path.Combine(_folder.Path, "curve.json")}, line 1: not a volume curve: ");

    [Fact]
    public void Read_NamesTheLine_WhenTheFileIsNoJson() =>
        Should.Throw<InputFileException>(() => Read("{\n\"source\": nonsense")).Line.ShouldBe(2);

    [Fact]
    public void Read_Refuses_WhenTheFileIsMissing() =>
        Should
            .Throw<InputFileException>(() =>
                VolumeCurveFile.Read(new VolumeOptions { CurveFile = Path.Combine(_folder.Path, "none.json") })
            )
            .Message.ShouldContain("none.json, line 1: not a volume curve: ");

    private Core.Market.VolumeCurve Read(string json) =>
        VolumeCurveFile.Read(new VolumeOptions { CurveFile = _folder.Write("curve.json", json) });
}

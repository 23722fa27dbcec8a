using System.Reflection;
using MarketAlerts.Adapters.News;
using MarketAlerts.Core.Messages;
using MarketAlerts.Testing.Fuzz;

namespace MarketAlerts.Adapters.Tests.Fuzz;

public sealed class FuzzTests
{
    private const int Seed = 20_250_127;

    /// <summary>Each is a trait of its own: <c>-preEnumerateTheories -trait "Parser=EDGAR"</c> runs one.</summary>
    public static IEnumerable<TheoryDataRow<string>> Targets =>
        FuzzTargets.All.Select(target => new TheoryDataRow<string>(target.Name).WithTrait("Parser", target.Name));

    [Theory]
    [MemberData(nameof(Targets))]
    public void Parse_RefusesAtMost_WhenTheInputIsSpoilt(string target) => FuzzHarness.Run(FuzzTargets.Of(target), Seed).ShouldBeNull();

    [Theory]
    [MemberData(nameof(Targets))]
    public void Parse_RefusesNothing_WhenTheInputIsGood(string target) =>
        FuzzHarness.Failure(FuzzTargets.Of(target), FuzzTargets.Of(target).Seeds[0]).ShouldBeNull();

    [Fact]
    public void Targets_AreAllParsers() =>
        typeof(FeedParser).Assembly.GetTypes().Where(ParsesWhatOthersSend).Except(Fuzzed).ShouldBeEmpty("a new parser is a target, too");

    [Fact]
    public void Targets_AreAllMessages() =>
        typeof(MessageSchemas).Assembly.GetTypes().Where(HasSchema).Except(Fuzzed).ShouldBeEmpty("a new message is a target, too");

    [Fact]
    public void Run_NamesTheInput_WhenAParserThrowsAnotherException()
    {
        var target = new FuzzTarget(
            "bad",
            FuzzTargets.Of("feeds").Seeds,
            body => ArgumentOutOfRangeException.ThrowIfNotEqual(body[0], (byte)'<')
        );

        FuzzHarness.Run(target, Seed).ShouldNotBeNull().ShouldContain($"bad, seed {Seed}, input ");
    }

    [Fact]
    public void Run_IsContent_WhenAParserRefusesAsItSays()
    {
        var target = new FuzzTarget("strict", FuzzTargets.Of("feeds").Seeds, _ => throw new ArgumentOutOfRangeException())
        {
            Refusals = [typeof(ArgumentException)],
        };

        FuzzHarness.Run(target, Seed).ShouldBeNull();
    }

    [Fact]
    public void Run_NamesTheInput_WhenAParserTakesTooMuchMemory()
    {
        var target = new FuzzTarget(
            "big",
            FuzzTargets.Of("dates").Seeds,
            body => GC.KeepAlive(body.Contains((byte)0xFF) ? new byte[10_000_000] : body)
        );

        FuzzHarness.Run(target, Seed).ShouldNotBeNull().ShouldContain("bytes for ");
    }

    [Fact]
    public void Next_SpoilsAlike_WhenTheSeedIsTheSame()
    {
        var (one, other, seeds) = (new Mutator(1), new Mutator(1), FuzzTargets.Of("feeds").Seeds);

        Enumerable.Range(0, 100).Select(_ => one.Next(seeds)).ShouldBe(Enumerable.Range(0, 100).Select(_ => other.Next(seeds)));
    }

    [Fact]
    public void NextBig_IsStillWhole_WhenAnElementComesAgainAndAgain()
    {
        var (mutator, seeds) = (new Mutator(1), FuzzTargets.Seeds("""[{"a":1},{"a":2}]"""));

        var big = Enumerable.Range(0, 20).Select(_ => mutator.NextBig(seeds)).First(body => body.AsSpan().IndexOf("],"u8) < 0);

        big.Length.ShouldBeInRange(4_000_000, 4_000_100);
        System.Text.Json.JsonDocument.Parse(big).RootElement.GetArrayLength().ShouldBeGreaterThan(400_000);
    }

    private static IEnumerable<Type> Fuzzed => FuzzTargets.All.SelectMany(target => target.Parsers);

    private static bool ParsesWhatOthersSend(Type type) =>
        !type.IsNested && !typeof(Delegate).IsAssignableFrom(type) && (IsNamedSo(type.Name) || TakesABody(type));

    private static bool IsNamedSo(string name) =>
        name.EndsWith("Parser", StringComparison.Ordinal) || name.EndsWith("Refusal", StringComparison.Ordinal);

    private static bool TakesABody(Type type) =>
        type.GetMethods(
                BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
            )
            .Any(method => !method.IsPrivate && method.GetParameters().Any(parameter => parameter.Name is "body" or "json"));

    private static bool HasSchema(Type type)
    {
        try
        {
            return !type.ContainsGenericParameters
                && !type.IsByRefLike
                && type.Namespace == typeof(MessageSchemas).Namespace
                && typeof(MessageSchemas).GetMethod(nameof(MessageSchemas.SchemaOf))!.MakeGenericMethod(type).Invoke(null, null)
                    is not null;
        }
        catch (Exception failure) when (failure is TargetInvocationException or ArgumentException)
        {
            return false;
        }
    }
}

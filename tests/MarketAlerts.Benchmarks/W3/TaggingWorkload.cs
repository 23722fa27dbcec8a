using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.W3;

/// <summary>W3: which of 10,000 aliases an article names.</summary>
internal sealed class TaggingWorkload : IWorkload
{
    public string Name => "W3";

    public string Title => "an article of 300 words against 10,000 aliases, whole words, leftmost and longest; 2,000 articles";

    public Task<IReadOnlyList<Row>> RunAsync(Progress progress, CancellationToken cancellationToken)
    {
        progress.Step("W3: writing 2,000 articles");
        var room = new StoryIntake();
        return Task.FromResult(
            new Race(Name, "us/article", 1e6, progress).Run([
                new OurTrie(room),
                new BareTrie(room),
                new SearchValuesTagger(room),
                new NaiveTagger(room),
            ])
        );
    }
}

using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Stages.Metering;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>Slots of five minutes; each case begins with an empty table and has a year of its own.</summary>
public sealed class TableLatencyStoreTests
{
    private static readonly LatencyHistogram Two = LatencyHistogram.FromLatencies([TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(100)]);

    private readonly TableSet _tables = TestStorage.TableSet();
    private readonly TableLatencyStore _store;

    public TableLatencyStoreTests() => _store = new TableLatencyStore(_tables);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_AddsUpBucketsAndSlots_FromTheSlotOn()
    {
        var day = await EmptyAsync(2101);
        await _store.AddAsync(day.AddMinutes(-0.1), "b0000", Two, Token);
        await _store.AddAsync(day, "b0000", Two, Token);
        await _store.AddAsync(day.AddMinutes(4.9), "b0000", Two, Token);
        await _store.AddAsync(day.AddMinutes(5), "b0001", Two, Token);

        (await _store.ReadAsync(day.AddMinutes(4), Token)).Counts.ShouldBe(Two.With(Two).With(Two).Counts);
        (await _store.ReadAsync(day.AddMinutes(5), Token)).Counts.ShouldBe(Two.Counts);
        (await RowsAsync(day)).ShouldBe(2, "a row a slot and bucket");
        await _store.ForgetAsync(day.AddDays(1), Token);
    }

    [Fact]
    public async Task AddAsync_LosesNothing_WhenInstancesWriteAtOnce()
    {
        var day = await EmptyAsync(2102);

        await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => new TableLatencyStore(TestStorage.TableSet()).AddAsync(day, "b0000", Two, Token))
        );

        (await _store.ReadAsync(day, Token)).Count.ShouldBe(6);
        await _store.ForgetAsync(day.AddDays(1), Token);
    }

    // 101 rows are more than a transaction takes.
    [Fact]
    public async Task ForgetAsync_RemovesOlderSlots_Alone()
    {
        var day = await EmptyAsync(2103);
        foreach (var bucket in Enumerable.Range(0, 101))
        {
            await _store.AddAsync(day, TableKeys.Bucket(bucket), Two, Token);
        }

        await _store.AddAsync(day.AddMinutes(5), "b0000", Two, Token);
        await _store.ForgetAsync(day.AddMinutes(9), Token);
        await _store.ForgetAsync(day.AddMinutes(9), Token);

        (await RowsAsync(day)).ShouldBe(1);
        (await _store.ReadAsync(day, Token)).Counts.ShouldBe(Two.Counts);
        await _store.ForgetAsync(day.AddDays(1), Token);
    }

    [Fact]
    public async Task ReadAsync_LeavesOut_WhatWasCountedBetweenOtherBounds()
    {
        var day = await EmptyAsync(2104);
        await (await _tables.Health).UpsertEntityAsync(
            new TableEntity("latencies", TableKeys.LatenciesOf(day, "b0000")) { ["counts"] = "1 2 3" },
            cancellationToken: Token
        );

        (await _store.ReadAsync(day, Token)).Count.ShouldBe(0);
        await _store.ForgetAsync(day.AddDays(1), Token);
    }

    [Fact]
    public async Task SaveBrokenSinceAsync_IsRead_UntilItIsOver()
    {
        var since = new DateTimeOffset(2025, 1, 27, 15, 0, 0, TimeSpan.Zero);

        await _store.SaveBrokenSinceAsync(since, Token);
        (await _store.ReadBrokenSinceAsync(Token)).ShouldBe(since);
        await _store.SaveBrokenSinceAsync(null, Token);
        (await _store.ReadBrokenSinceAsync(Token)).ShouldBeNull();
    }

    /// <summary>Cases of one class run one after the other, and nobody else writes latencies.</summary>
    private async Task<DateTimeOffset> EmptyAsync(int year)
    {
        await _store.ForgetAsync(new DateTimeOffset(2200, 1, 1, 0, 0, 0, TimeSpan.Zero), Token);
        return new DateTimeOffset(year, 1, 27, 14, 30, 0, TimeSpan.Zero);
    }

    private async Task<int> RowsAsync(DateTimeOffset from) =>
        await (await _tables.Health)
            .QueryAsync<TableEntity>(
                $"PartitionKey eq 'latencies' and RowKey ge '{TableKeys.LatenciesFrom(from)}'",
                cancellationToken: Token
            )
            .CountAsync(Token);
}

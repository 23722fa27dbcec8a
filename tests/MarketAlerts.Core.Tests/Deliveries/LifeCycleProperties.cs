using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Core.Tests.Deliveries;

/// <summary>
/// What holds whatever the market does and the subscriber chooses: both machines, driven by dice for two days, each seed another market and
/// another subscriber.
/// </summary>
public sealed class LifeCycleProperties
{
    private const int SeedsPerCase = 20;
    private const int TwoDays = 2 * 24 * 60;

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void BothMachines_KeepTheirPromises_WhateverHappens(int number)
    {
        foreach (var seed in Enumerable.Range(number * SeedsPerCase, SeedsPerCase))
        {
            var world = new SimulatedSubscriber(seed);
            world.Play(TwoDays);
            world.PlayOut();
            ShouldBeLegal(world, seed);
            ShouldTellWhomItConcerns(world, seed);
            ShouldNotExceedCaps(world, seed);
            ShouldLoseNothingSevere(world, seed);
        }
    }

    /// <summary>A test of the test: the dice reach every state and every kind of message.</summary>
    [Fact]
    public void Dice_ReachEverything()
    {
        var worlds = Enumerable.Range(0, SeedsPerCase).Select(seed => new SimulatedSubscriber(seed)).ToList();
        worlds.ForEach(world => world.Play(TwoDays));

        worlds
            .SelectMany(world => world.Incidents)
            .SelectMany(incident => incident.Transitions)
            .Select(step => step.State)
            .Distinct()
            .Count()
            .ShouldBe(Enum.GetValues<IncidentState>().Length);
        worlds
            .SelectMany(world => world.Sent)
            .Select(sent => sent.Mail.Kind)
            .Distinct()
            .ShouldBe(
                [
                    MailKind.Opened,
                    MailKind.Escalated,
                    MailKind.Worse,
                    MailKind.Reversed,
                    MailKind.SecondLeg,
                    MailKind.Recovered,
                    MailKind.CloseOfDay,
                    MailKind.NextSession,
                    MailKind.Digest,
                ],
                ignoreOrder: true
            );
    }

    private static void ShouldBeLegal(SimulatedSubscriber world, int seed)
    {
        foreach (var incident in world.Incidents)
        {
            IncidentState? state = null;
            foreach (var step in incident.Transitions)
            {
                IncidentMachine.Next(state, step.Step).ShouldBe(step.State, $"seed {seed}: {incident.Id} {state} -> {step.Step}");
                step.Reason.ShouldNotBeNullOrWhiteSpace();
                state = step.State;
            }

            incident.State.ShouldBe(state!.Value);
        }
    }

    private static void ShouldTellWhomItConcerns(SimulatedSubscriber world, int seed)
    {
        var told = new HashSet<string>();
        foreach (var (at, mail, plan, subscriber) in world.Sent)
        {
            var why = $"seed {seed}, {at:O}, {mail.Kind}";
            subscriber.Unsubscribed.ShouldBeFalse(why);
            subscriber.Vacation?.EndAfter(at, subscriber.Zone).ShouldBeNull(why);
            if (subscriber.QuietHours?.EndAfter(at, subscriber.Zone) is not null)
            {
                plan.Entries.ShouldContain(entry => entry.Severity == Severity.Severe && subscriber.QuietHours.SeverePasses, why);
            }

            plan.Entries.Where(entry => entry.Kind is not EntryKind.Rule).ShouldAllBe(entry => told.Contains(entry.IncidentId), why);
            (mail.Kind is MailKind.Recovered && !told.Contains(mail.Content.IncidentId)).ShouldBeFalse(why);
            told.UnionWith(plan.Carried.Select(incident => incident.Id));
        }

        world.Sent.Select(sent => sent.Mail.Thread.MessageId).ShouldBeUnique();
    }

    private static void ShouldNotExceedCaps(SimulatedSubscriber world, int seed)
    {
        if (world.Subscriber.Caps is not { } caps)
        {
            return;
        }

        var local = world.Sent.Select(sent => TimeZoneInfo.ConvertTime(sent.At, sent.Subscriber.Zone).DateTime).ToArray();
        local
            .GroupBy(time => time.Date.AddHours(time.Hour))
            .ShouldAllBe(hour => caps.PerHour == null || hour.Count() <= caps.PerHour, $"seed {seed}");
        local.GroupBy(time => time.Date).ShouldAllBe(day => caps.PerDay == null || day.Count() <= caps.PerDay, $"seed {seed}");
    }

    private static void ShouldLoseNothingSevere(SimulatedSubscriber world, int seed)
    {
        world.Waiting.ShouldBe(0, $"seed {seed}");
        var told = world.Sent.SelectMany(sent => sent.Plan.Entries).ToHashSet(ReferenceEqualityComparer.Instance);
        var damped = world
            .Gone.Where(gone => gone.Held.Reason is DeliveryReason.Damped or DeliveryReason.Overtaken)
            .SelectMany(gone => gone.Held.Row.Item!.Entries)
            .Concat(world.Sent.SelectMany(sent => sent.Plan.Left.Select(left => left.Entry)))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        var lost = world.Severe.Where(entry => !told.Contains(entry) && !damped.Contains(entry)).ToArray();
        (world.Subscriber.Unsubscribed || lost.Length is 0).ShouldBeTrue($"seed {seed}: {lost.Length} severe alerts are lost");
        world.Gone.ShouldAllBe(
            gone =>
                gone.Subscriber.Unsubscribed
                || gone.Held.Reason == DeliveryReason.Damped
                || gone.Held.Reason == DeliveryReason.Overtaken
                || gone.Held.Row.Item!.Entries.All(entry => entry.Kind != EntryKind.Rule),
            $"seed {seed}"
        );
    }
}

namespace MarketAlerts.Core.Deliveries;

/// <summary>Parts what would go out into what goes and what waits behind it.</summary>
internal static class TakenItems
{
    /// <summary>Whether a part of one is due again at once.</summary>
    public static bool HaveRest(List<TakenItem> going, DateTimeOffset now) => going.Exists(taken => taken.Rest?.Due <= now);

    /// <summary>Parts off what waits for a later message.</summary>
    public static (List<TakenItem> Going, List<HeldItem> Later) PartOff(
        List<TakenItem> all,
        Func<ToldEntry, bool> isLater,
        DateTimeOffset until,
        DeliveryReason reason
    )
    {
        var (going, later) = (new List<TakenItem>(), new List<HeldItem>());
        foreach (var taken in all)
        {
            var parts = taken.Told.ToLookup(isLater);
            if (!parts[false].Any())
            {
                later.Add(new HeldItem(taken.Row, until, reason, HoldWording.Explain(reason)) { Hold = reason });
                continue;
            }

            going.Add(
                taken with
                {
                    Told = [.. parts[false]],
                    Rest = !parts[true].Any()
                        ? taken.Rest
                        : taken.Row with
                        {
                            Due = taken.Rest?.Due < until ? taken.Rest.Due : until, // What waits for less is looked at then.
                            Hold = reason,
                            Item = taken.Row.Item! with
                            {
                                Entries = [.. parts[true].Select(told => told.Entry), .. taken.Rest?.Item!.Entries ?? []],
                            },
                        },
                }
            );
        }

        return (going, later);
    }
}

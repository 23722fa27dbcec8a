using System.Reflection;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Architecture;

/// <summary>A content is composed once and shown to everybody who is told the same: what one subscriber said must not get into it.</summary>
public sealed class SharedContentTests
{
    private static readonly string[] Personal = [typeof(Subscriber).Namespace!, "MarketAlerts.Core.Deliveries"];

    [Theory]
    [InlineData(typeof(ContentBasis))]
    [InlineData(typeof(MarketSnapshot))]
    [InlineData(typeof(PublishedPanel))]
    [InlineData(typeof(MailContent))]
    public void WhatManyAreTold_HoldsNothingOfASubscriber(Type shared) =>
        Rule.Holds(
            $"{shared.Name} is shared by everybody who is told the same; what is a subscriber's own belongs to AlertMail.",
            PersonalIn(shared)
        );

    [Fact]
    public void PersonalIn_FindsASubscriber_HoweverDeepItLies() =>
        Assert.Equal(
            ["Own.Deep.Whose is of Subscriber"],
            PersonalIn(typeof(Own)).Select(found => found.Replace("SharedContentTests.", "", StringComparison.Ordinal))
        );

    private static IEnumerable<string> PersonalIn(Type shared)
    {
        var (seen, left) = (new HashSet<Type>(), new Queue<(string Path, Type Type)>([(shared.Name, shared)]));
        while (left.TryDequeue(out var next))
        {
            foreach (var property in next.Type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            {
                var path = $"{next.Path}.{property.Name}";
                foreach (var held in TypesIn(property.PropertyType).Where(seen.Add))
                {
                    if (Personal.Contains(held.Namespace))
                    {
                        yield return $"{path} is of {held.Name}";
                    }
                    else if (held.Namespace?.StartsWith("MarketAlerts.", StringComparison.Ordinal) is true)
                    {
                        left.Enqueue((path, held));
                    }
                }
            }
        }
    }

    /// <summary>A type, and those it is made of: a list of members is of members.</summary>
    private static IEnumerable<Type> TypesIn(Type type) =>
        type.HasElementType ? TypesIn(type.GetElementType()!) : type.GetGenericArguments().SelectMany(TypesIn).Append(type);

    private sealed record Own(IReadOnlyList<Middle> Deep);

    private sealed record Middle(Subscriber? Whose);
}

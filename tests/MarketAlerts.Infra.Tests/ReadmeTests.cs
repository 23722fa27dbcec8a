using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Messages;
using MarketAlerts.Functions;
using MarketAlerts.LocalHost.Functions;
using MarketAlerts.LocalHost.Pumps;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Infra.Tests;

/// <summary>The README's tables of settings, timers and queues say what the code says, and nothing else.</summary>
public sealed partial class ReadmeTests
{
    private const string ByName = "ChannelSecrets"; // Its names are the operator's own.

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(BicepTool.Root(), "README.md"));

    private static readonly ILookup<string, Type> Options = new[]
    {
        typeof(QueueNames),
        typeof(TableSet),
        typeof(ServiceBusOptions),
        typeof(FunctionCatalog),
    }
        .SelectMany(type => type.Assembly.GetTypes())
        .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section")?.GetRawConstantValue() is string)
        .ToLookup(type => (string)type.GetField("Section")!.GetRawConstantValue()!);

    private static readonly (string[] Sections, string Text)[] Rows =
    [
        .. Table("| section | settings and defaults |").Select(cells => (Names(cells[0]).ToArray(), cells[1])),
    ];

    [Fact]
    public void Settings_AreAllNamed()
    {
        var named = Rows.SelectMany(row => row.Sections, (row, section) => (section, row.Text))
            .ToLookup(row => row.section, row => row.Text);

        var missing =
            from section in Options
            where section.Key != ByName
            from property in section.SelectMany(SettingsOf)
            where !named[section.Key].Any(text => Names(text).Contains(property.Name))
            select $"{section.Key}:{property.Name}";
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Settings_ThatAreNamed_Exist()
    {
        var unknown =
            from row in Rows
            from name in Names(row.Text)
            where
                SettingName().IsMatch(name)
                && !row.Sections.SelectMany(section => Options[section]).SelectMany(SettingsOf).Any(property => property.Name == name)
            where !Options.Contains(name) && name != ByName
            select $"{row.Sections[0]}:{name}";
        unknown.ShouldBeEmpty();
    }

    [Fact]
    public void Settings_HaveTheDefaultsThatAreTold()
    {
        var wrong =
            from row in Rows
            from told in Default().Matches(row.Text)
            let property = row
                .Sections.SelectMany(section => Options[section])
                .SelectMany(SettingsOf)
                .FirstOrDefault(property => property.Name == told.Groups[1].Value)
            where property is not null
            let value = Convert.ToString(property.GetValue(Activator.CreateInstance(property.DeclaringType!)), CultureInfo.InvariantCulture)
            where !string.Equals(value, told.Groups[2].Value, StringComparison.OrdinalIgnoreCase)
            select $"{property.DeclaringType!.Name}.{property.Name} is {value}, told {told.Groups[2].Value}";
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Timers_AreThoseOfTheCode()
    {
        var timers =
            from type in typeof(ServiceBusOptions).Assembly.GetTypes()
            from method in type.GetMethods()
            where method.GetCustomAttribute<FunctionAttribute>() is not null
            from parameter in method.GetParameters()
            let trigger = parameter.GetCustomAttribute<TimerTriggerAttribute>()
            where trigger is not null
            select $"{method.GetCustomAttribute<FunctionAttribute>()!.Name}: {trigger.Schedule}";

        Table("| timer | when (NCRONTAB with seconds, UTC) |")
            .SelectMany(cells => Names(cells[0]), (cells, name) => $"{name}: {Names(cells[1]).Single()}")
            .ShouldBe(timers, ignoreOrder: true);
    }

    [Fact]
    public void Queues_AreThoseOfTheCode() =>
        Table("| queue | taken by | deliveries until it is a dead letter |")
            .Select(cells => (Names(cells[0]).Single(), Names(cells[1]).Single(), int.Parse(cells[2], CultureInfo.InvariantCulture)))
            .ShouldBe(
                FunctionCatalog
                    .FindIn(typeof(ServiceBusOptions).Assembly)
                    .Queues.Select(queue => (queue.Queue, queue.Name, MessageHandler.MostDeliveries)),
                ignoreOrder: true
            );

    private static IEnumerable<PropertyInfo> SettingsOf(Type options) =>
        options
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite || property.PropertyType.IsGenericType);

    /// <summary>The cells of the rows below a heading.</summary>
    private static string[][] Table(string heading) =>
        Lines
            .SkipWhile(line => line != heading)
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', ' ').Split(" | "))
            .ToArray()
            is { Length: > 0 } rows
            ? rows
            : throw new InvalidOperationException($"README.md has no table {heading}");

    private static IEnumerable<string> Names(string cell) => Quoted().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+$")]
    private static partial Regex SettingName();

    [GeneratedRegex("`([A-Z][A-Za-z0-9]+)` (-?[0-9]+(?:\\.[0-9]+)?|true|false)(?![0-9A-Za-z./-])")]
    private static partial Regex Default();
}

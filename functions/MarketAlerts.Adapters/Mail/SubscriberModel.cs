using Fluid;
using Fluid.Values;

namespace MarketAlerts.Adapters.Mail;

/// <summary>
/// Gives the subscriber's own texts to a template: each under its field's name, and <c>Notices</c>, <c>Rules</c> and <c>Groups</c> as
/// lists.
/// </summary>
internal static class SubscriberModel
{
    /// <summary>Gives them.</summary>
    /// <param name="context">Where to.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="valueOf">What stands for the text of a number: the text itself, or a place that is filled later.</param>
    public static void AddTo(TemplateContext context, IReadOnlyList<SubscriberText> texts, Func<int, FluidValue> valueOf)
    {
        List<FluidValue> notices = [],
            rules = [];
        List<(FluidValue Title, List<FluidValue> Lines)> groups = [];
        for (var index = 0; index < texts.Count; index++)
        {
            var value = valueOf(index);
            switch (texts[index].Field)
            {
                case SubscriberField.Notice:
                    notices.Add(value);
                    break;
                case SubscriberField.Rule:
                    rules.Add(value);
                    break;
                case SubscriberField.GroupTitle:
                    groups.Add((value, []));
                    break;
                case SubscriberField.OtherAt: // Title and text follow it, always.
                    groups[^1].Lines.Add(Record(("At", value), ("Title", valueOf(index + 1)), ("Text", valueOf(index + 2))));
                    index += 2;
                    break;
                default:
                    context.SetValue(texts[index].Field.ToString(), value);
                    break;
            }
        }

        context.SetValue("Notices", new ArrayValue(notices));
        context.SetValue("Rules", new ArrayValue(rules));
        context.SetValue(
            "Groups",
            new ArrayValue([.. groups.Select(group => Record(("Title", group.Title), ("Lines", new ArrayValue(group.Lines))))])
        );
    }

    private static DictionaryValue Record(params (string Name, FluidValue Value)[] members) =>
        new(
            new FluidValueDictionaryFluidIndexable(
                members.ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal)
            )
        );
}

/// <summary>
/// One text of the subscriber's own, ready to be shown. A field that is not there has none; a field that is a list has several.
/// </summary>
/// <param name="Field">What it is.</param>
/// <param name="Text">The text.</param>
internal readonly record struct SubscriberText(SubscriberField Field, string Text);

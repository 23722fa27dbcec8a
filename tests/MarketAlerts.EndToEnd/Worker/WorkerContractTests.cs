using System.Reflection;
using Google.Protobuf.Reflection;
using MarketAlerts.Testing.FunctionsHost.Contract;

namespace MarketAlerts.EndToEnd.Worker;

/// <summary>What the host double says of the contract is what the worker has of it, which keeps a descriptor of the whole.</summary>
public sealed class WorkerContractTests
{
    private static readonly FileDescriptor Real = (FileDescriptor)
        Assembly
            .Load("Microsoft.Azure.Functions.Worker.Grpc")
            .GetTypes()
            .Single(type => type.Name == nameof(FunctionsRpcReflection).Replace("Functions", "Function", StringComparison.Ordinal))
            .GetProperty(nameof(FunctionsRpcReflection.Descriptor), BindingFlags.Public | BindingFlags.Static)!
            .GetValue(null)!;

    public static TheoryData<string> Messages => [.. FunctionsRpcReflection.Descriptor.MessageTypes.Select(message => message.Name)];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_HasTheFieldsOfTheWorker(string name)
    {
        var real = Real.MessageTypes.Single(message => message.Name == name).Fields.InFieldNumberOrder().Select(Say).ToArray();

        FunctionsRpcReflection
            .Descriptor.MessageTypes.Single(message => message.Name == name)
            .Fields.InFieldNumberOrder()
            .Select(Say)
            .Except(real)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Enumerations_HaveTheNumbersOfTheWorker()
    {
        var real = Real.MessageTypes.SelectMany(message => message.EnumTypes).SelectMany(Say).ToHashSet();

        FunctionsRpcReflection
            .Descriptor.MessageTypes.SelectMany(message => message.EnumTypes)
            .SelectMany(Say)
            .Where(value => !real.Contains(value))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Call_IsThatOfTheWorker() =>
        FunctionsRpcReflection
            .Descriptor.Services.Single()
            .Methods.Single()
            .FullName.ShouldBe(Real.Services.Single().Methods.Single().FullName);

    private static string Say(FieldDescriptor field) =>
        $"{field.FieldNumber} {field.Name} {field.FieldType} {(field.IsRepeated ? "repeated" : "")} "
        + $"{(field.FieldType is FieldType.Message ? field.MessageType.FullName : "")} {field.ContainingOneof?.Name}";

    private static IEnumerable<string> Say(EnumDescriptor numbers) =>
        numbers.Values.Select(value => $"{numbers.FullName} {value.Name} {value.Number}");
}

using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.AzureOutline.Tests;

public sealed class FunctionContextTests
{
    [Fact]
    public void CancellationToken_IsNone_WhenNotOverridden() =>
        new SampleContext().CancellationToken.ShouldBe(CancellationToken.None);

    [Fact]
    public void FunctionContext_CarriesItsValues_WhenDerived()
    {
        var context = new SampleContext { Items = new Dictionary<object, object> { ["key"] = 1 } };

        (context.InvocationId, context.FunctionId).ShouldBe(("run-1", "function-1"));
        context.Items["key"].ShouldBe(1);
    }

    private sealed class SampleContext : FunctionContext
    {
        public override string InvocationId => "run-1";

        public override string FunctionId => "function-1";

        public override IServiceProvider InstanceServices { get; set; } = null!;

        public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();
    }
}

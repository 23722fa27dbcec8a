namespace Microsoft.Azure.Functions.Worker;

/// <summary>One run of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>The id of this run.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The id of the function, the same for each of its runs.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The services of this run.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>What the parts of a run hand to each other.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>Set when the host wants the run to end.</summary>
    public virtual CancellationToken CancellationToken { get; }
}

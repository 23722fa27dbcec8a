namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>The base of the attributes that say where the result of a function goes.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public abstract class OutputBindingAttribute : BindingAttribute;

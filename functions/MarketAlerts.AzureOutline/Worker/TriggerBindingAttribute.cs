namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>The base of the attributes that mark the parameter a function is started by.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute;

namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>The base of every attribute that binds a function to something outside it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute;

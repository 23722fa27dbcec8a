using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function for an HTTP request.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Any method, with a function key.</summary>
    public HttpTriggerAttribute() => AuthLevel = AuthorizationLevel.Function;

    /// <summary>These methods; the host decides about keys, so rather pass the level as well.</summary>
    /// <param name="methods">The HTTP methods.</param>
    public HttpTriggerAttribute(params string[] methods) => Methods = methods;

    /// <summary>Any method.</summary>
    /// <param name="authLevel">The key a caller needs.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel) => AuthLevel = authLevel;

    /// <summary>These methods.</summary>
    /// <param name="authLevel">The key a caller needs.</param>
    /// <param name="methods">The HTTP methods.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>The route template below the route prefix; null means the name of the function.</summary>
    public string? Route { get; set; }

    /// <summary>The HTTP methods; null means any.</summary>
    public string[]? Methods { get; }

    /// <summary>The key a caller needs.</summary>
    public AuthorizationLevel AuthLevel { get; }
}

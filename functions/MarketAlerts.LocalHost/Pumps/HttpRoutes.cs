using MarketAlerts.LocalHost.Functions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace MarketAlerts.LocalHost.Pumps;

/// <summary>Serves the HTTP functions on Kestrel under <c>/api</c>, as the Azure host does.</summary>
internal static class HttpRoutes
{
    /// <summary>Maps a route a function.</summary>
    public static void MapFunctions(this IEndpointRouteBuilder app, FunctionCatalog catalog, FunctionInvoker invoker)
    {
        foreach (var function in catalog.Http)
        {
            app.MapMethods(
                $"/api/{function.Route}",
                function.Verbs.Select(verb => verb.ToUpperInvariant()),
                async context =>
                {
                    var result = await invoker.InvokeAsync(function, context.Request, context.RequestAborted);
                    await result.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
                }
            );
        }
    }
}

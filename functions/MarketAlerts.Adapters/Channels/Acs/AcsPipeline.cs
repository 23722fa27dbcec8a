using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace MarketAlerts.Adapters.Channels.Acs;

/// <summary>Makes the pipeline to Azure Communication Services.</summary>
internal static class AcsPipeline
{
    private const string Scope = "https://communication.azure.com/.default";

    /// <summary>Signs in by access key if there is one, else by the host's managed identity or whoever is signed in on a laptop.</summary>
    public static HttpPipeline Create(AcsOptions options, TimeProvider time) =>
        Create(
            options,
            string.IsNullOrEmpty(options.AccessKey)
                ? new BearerTokenAuthenticationPolicy(new DefaultAzureCredential(), Scope)
                : new AcsKeyPolicy(options.AccessKey, time)
        );

    /// <summary>Signs in by a credential, over a client of the caller's.</summary>
    public static HttpPipeline Create(AcsOptions options, TokenCredential credential, HttpClient http) =>
        Create(options, new BearerTokenAuthenticationPolicy(credential, Scope), new HttpClientTransport(http));

    private static HttpPipeline Create(AcsOptions options, HttpPipelinePolicy signIn, HttpPipelineTransport? transport = null)
    {
        var client = new AcsClientOptions(TimeSpan.FromSeconds(options.TimeoutSeconds));
        client.Transport = transport ?? client.Transport;
        return HttpPipelineBuilder.Build(client, signIn);
    }
}

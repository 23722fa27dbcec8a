using MarketAlerts.Functions.Composition;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder
    .Services.RemoveKeyRing()
    .AddTelemetry(builder.Configuration)
    .AddMarketAlerts(builder.Configuration)
    .AddServiceBusTransport(builder.Configuration)
    .AddQuoteSources(builder.Configuration)
    .AddNewsSources(builder.Configuration);
builder.Build().Run();

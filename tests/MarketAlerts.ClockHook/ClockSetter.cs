using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace MarketAlerts.ClockHook;

/// <summary>Hears when a host is about to be built, as tools of the framework do, and registers the clock.</summary>
internal sealed class ClockSetter(TimeProvider time) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string Hosting = "Microsoft.Extensions.Hosting";
    private const string Building = "HostBuilding";

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Hosting)
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == Building && value.Value is IHostBuilder host)
        {
            host.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton(time)));
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}

using System.Globalization;
using System.Text;

namespace MarketAlerts.Benchmarks.W4.Alertmanager;

/// <summary>What an Alertmanager is told: a group, and a mail, for each recipient, at once and never again.</summary>
internal static class AlertmanagerConfig
{
    private const string Line = "<p>MRVL 107.62 -13.2% severe, AVGO 213.40 -12.8% severe, NVDA 124.80</p>\n";

    /// <summary>The configuration.</summary>
    public static string Of(int sinkPort) =>
        $$$"""
            global:
              smtp_smarthost: 127.0.0.1:{{{sinkPort.ToString(CultureInfo.InvariantCulture)}}}
              smtp_from: alerts@marketalerts.example
              smtp_require_tls: false
            templates: ['mail.tmpl']
            route:
              group_by: [recipient]
              group_wait: 0s
              group_interval: 1h
              repeat_interval: 24h
              receiver: mail
            receivers:
              - name: mail
                email_configs:
                  - to: '{{ .GroupLabels.recipient }}'
                    html: '{{ template "mail" . }}'
                    headers:
                      Subject: 'Chips down: 12 of 15 beyond -2% at the open [severe]'
            """;

    /// <summary>A template that makes about so many characters.</summary>
    public static string TemplateOf(int characters)
    {
        var text = new StringBuilder(
            "{{ define \"mail\" }}<h1>{{ .CommonAnnotations.summary }}</h1>\n<p>{{ range .Alerts }}{{ .Labels.alertname }} {{ "
                + ".Labels.severity }}{{ end }}</p>\n"
        );
        while (text.Length < characters)
        {
            text.Append(Line.AsSpan(0, Math.Min(Line.Length, characters - text.Length)));
        }

        return text.Append("{{ end }}").ToString();
    }
}

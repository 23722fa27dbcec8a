using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MarketAlerts.Adapters.Channels.Smtp;
using MarketAlerts.Adapters.Tests.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Testing.Smtp;
using MarketAlerts.Testing.Tls;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.Channels.Smtp;

public sealed class SmtpSecurityTests : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate = SelfSigned.Create();
    private readonly SmtpSink _sink = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_SignsInOverTls_WhenTheCertificateIsTheOneOfTheSettings()
    {
        (_sink.Certificate, _sink.Account) = (_certificate, ("alerts", "hunter2"));

        var result = await SendAsync(_certificate.GetCertHashString(HashAlgorithmName.SHA256), "hunter2");

        result.Outcome.ShouldBe(SendOutcome.Sent, result.Detail);
        var mail = _sink.Mails.ShouldHaveSingleItem();
        (mail.IsEncrypted, mail.IsSignedIn).ShouldBe((true, true));
    }

    [Theory]
    [InlineData(null)] // Nobody vouches for it.
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task SendAsync_SendsNothing_WhenTheCertificateIsNotTrusted(string? fingerprint)
    {
        _sink.Certificate = _certificate;

        var result = await SendAsync(fingerprint, null);

        result.ShouldBe(
            new SendResult(SendOutcome.RetryAfter, "Configuration: no TLS connection to the mail server.")
            {
                Fault = SendFault.Configuration,
            }
        );
        _sink.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task SendAsync_TellsNoPassword_WhenItIsWrong()
    {
        (_sink.Certificate, _sink.Account) = (_certificate, ("alerts", "another"));

        var result = await SendAsync(_certificate.GetCertHashString(HashAlgorithmName.SHA256), "hunter2");

        result.ShouldBe(
            new SendResult(SendOutcome.RetryAfter, "Configuration: the mail server refuses the user name or the password.")
            {
                Fault = SendFault.Configuration,
            }
        );
    }

    [Fact]
    public async Task SendAsync_SendsNothing_WhenTheServerOffersNoEncryption()
    {
        var result = await SendAsync(null, null);

        (result.Outcome, result.Fault).ShouldBe((SendOutcome.RetryAfter, SendFault.Configuration));
        _sink.Mails.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await _sink.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task<SendResult> SendAsync(string? fingerprint, string? password)
    {
        var options = new SmtpOptions
        {
            Port = _sink.Port,
            Security = SmtpSecurity.StartTls,
            CertificateSha256 = fingerprint,
            UserName = password is null ? null : "alerts",
            Password = password,
        };
        await using var channel = new SmtpMailChannel(options, SampleMail.Renderer(), new FakeTimeProvider());
        return await channel.SendAsync(SampleMail.Chips, Stop);
    }
}

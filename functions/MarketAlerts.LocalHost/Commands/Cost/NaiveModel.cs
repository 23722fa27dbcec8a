namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>
/// The design one would write first, with the same traffic: a row a symbol, read and written at each poll; a message, a call, a profile
/// read and a row written for each mail. Pure.
/// </summary>
/// <param name="inputs">The deployment.</param>
internal sealed class NaiveModel(CostInputs inputs)
{
    private const double ReadAndWritten = 2;
    private const double ParallelRequests = 16;
    private const double BytesAMail = 1_000;
    private const double BytesASymbol = 500;
    private const double BytesASubscriber = 2_000;

    private readonly Instances _instances = new(inputs.InstanceMegabytes);

    /// <summary>GB in the tables.</summary>
    public double Gigabytes =>
        ((BytesAMail * inputs.MailsKept) + (BytesASubscriber * inputs.Subscribers) + (BytesASymbol * inputs.Symbols)) / 1e9;

    public IReadOnlyList<Usage> Parts
    {
        get
        {
            var rows = ReadAndWritten * inputs.Symbols;
            var polling =
                CostInputs.MonthMinutes * _instances.GbSeconds(1, 0)
                + (
                    CostInputs.Polls
                    * (_instances.GbSeconds(1, rows * Effort.RequestSeconds / ParallelRequests) - _instances.GbSeconds(1, 0))
                );
            var minutes = inputs.Mails / CostInputs.Polls;
            var sending =
                CostInputs.Polls
                * _instances.GbSeconds(minutes, Effort.MailSeconds + (ReadAndWritten * Effort.RequestSeconds), Effort.MailCpuSeconds);
            return
            [
                new("poll", CostInputs.MonthMinutes, polling, 0, rows * CostInputs.Polls),
                new("send", inputs.Mails, sending, Effort.MessageOperations * inputs.Mails, ReadAndWritten * inputs.Mails),
            ];
        }
    }
}

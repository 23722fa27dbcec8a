using Azure;
using Azure.Identity;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Core.Stages.Registration;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>What the commands share that an operator runs on the tables of a laptop or a deployment, without a running host.</summary>
internal static class OperatorCommands
{
    /// <summary>Runs one of them; the exit code, 1 when the account cannot be reached, or does not let us in.</summary>
    public static async Task<int> RunAsync(Func<Task<int>> command, TextWriter says)
    {
        try
        {
            return await command();
        }
        catch (RequestFailedException refusal)
        {
            await says.WriteLineAsync(
                refusal.Status is 0
                    ? "The account cannot be reached: check its address and the network."
                    : $"The account answered {refusal.Status} {refusal.ErrorCode}: check its address and the roles of whoever is signed in."
            );
        }
        catch (DeadLettersException refusal)
        {
            await says.WriteLineAsync(refusal.Message);
        }
        catch (AuthenticationFailedException)
        {
            await says.WriteLineAsync("Nobody is signed in: az login, then again.");
        }
        catch (AggregateException failure) when (failure.InnerException is RequestFailedException)
        {
            await says.WriteLineAsync("The account cannot be reached: check its address and the network.");
        }

        return 1;
    }

    /// <summary>The tables that <c>dev.cs start</c> keeps, unless others were named.</summary>
    public static StartPlan PlanOf(bool othersWereNamed) =>
        othersWereNamed || IsSet("Storage__ConnectionString")
            ? StartPlan.ForThisProgram()
            : StartPlan.ForThisProgram(Precondition.KeptAzurite);

    /// <summary>Whether the environment says something.</summary>
    public static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };

    /// <summary>Reads a watch file.</summary>
    /// <exception cref="InputFileException">It is wrong.</exception>
    public static async Task<WatchFile> ReadWatchAsync(string file) =>
        WatchFileParser.Read(Path.GetFileName(file), await File.ReadAllTextAsync(file), new HashSet<Core.Market.Symbol>());
}

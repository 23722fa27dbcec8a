namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where the composition of a Functions app starts.</summary>
public class FunctionsApplication
{
    /// <summary>Makes a builder with the defaults of the worker.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <returns>The builder.</returns>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}

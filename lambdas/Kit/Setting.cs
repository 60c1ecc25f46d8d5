namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>A whole number that an environment variable may set.</summary>
/// <param name="Variable">The variable; its name says the unit.</param>
/// <param name="Default">What holds where it is not set.</param>
/// <param name="Min">The least that is taken.</param>
/// <param name="Max">The most that is taken.</param>
internal sealed record Setting(string Variable, int Default, int Min, int Max)
{
    /// <exception cref="MissingVariableException">The variable is no whole number of the range.</exception>
    public int Read(FunctionEnvironment environment) => environment.Number(Variable, Default, Min, Max);

    /// <inheritdoc cref="Read" />
    public TimeSpan ReadMinutes(FunctionEnvironment environment) => TimeSpan.FromMinutes(Read(environment));

    /// <inheritdoc cref="Read" />
    public TimeSpan ReadSeconds(FunctionEnvironment environment) => TimeSpan.FromSeconds(Read(environment));
}

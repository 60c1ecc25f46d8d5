namespace KakaoWorkflow.Lambdas.Entry;

/// <summary><c>_HANDLER</c> names no function of this executable.</summary>
/// <param name="handler">What it names.</param>
/// <param name="known">What it may name.</param>
public sealed class UnknownFunctionException(string handler, IEnumerable<string> known) : Exception(
    $"There is no function '{handler}'. _HANDLER must be one of: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");

using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Data;

/// <summary>
/// The variables that a branch sees: its own and, read only, those of the branches around it. Immutable: each
/// assignment gives a new scope.
/// What a branch of a Parallel or Map state assigns is gone when the branch ends, since only the inner scope holds it.
/// </summary>
#pragma warning disable CA1710 // "Scope" is what the language calls it
internal sealed class VariableScope : IReadOnlyDictionary<string, JsonNode?>
#pragma warning restore CA1710
{
    /// <summary>The most that one Assign field may set, in UTF-8 bytes of JSON (AWS: 256 KiB).</summary>
    public const int MaxAssignmentBytes = 262_144;

    /// <summary>
    /// The most that a scope and those around it hold, in UTF-8 bytes of JSON (AWS: 10 MiB in one execution).
    /// </summary>
    public const int MaxTotalBytes = 10_485_760;

    private readonly ImmutableDictionary<string, JsonNode?> _outer;
    private readonly ImmutableDictionary<string, JsonNode?> _all;
    private readonly long _bytes;

    private VariableScope(
        ImmutableDictionary<string, JsonNode?> outer, ImmutableDictionary<string, JsonNode?> all, long bytes)
    {
        _outer = outer;
        _all = all;
        _bytes = bytes;
    }

    /// <summary>The scope of a new execution.</summary>
    public static VariableScope Empty { get; } =
        new(ImmutableDictionary<string, JsonNode?>.Empty, ImmutableDictionary<string, JsonNode?>.Empty, 0);

    /// <inheritdoc />
    public int Count => _all.Count;

    /// <inheritdoc />
    public IEnumerable<string> Keys => _all.Keys;

    /// <inheritdoc />
    public IEnumerable<JsonNode?> Values => _all.Values;

    /// <inheritdoc />
    public JsonNode? this[string key] => _all[key];

    /// <summary>
    /// The scope in which a branch or an iteration starts: it reads this one's variables and cannot assign them.
    /// </summary>
    public VariableScope CreateInner() => new(_all, _all, _bytes);

    /// <summary>This scope with the values set.</summary>
    /// <exception cref="StatesException">
    /// <c>States.Runtime</c> for a variable of an outer scope; <c>States.DataLimitExceeded</c> above <see
    /// cref="MaxTotalBytes"/>.
    /// </exception>
    public VariableScope Assign(IReadOnlyDictionary<string, JsonNode?> values)
    {
        if (values.Count == 0)
            return this;
        var all = _all.ToBuilder();
        var bytes = _bytes;
        foreach (var (name, value) in values)
        {
            if (_outer.ContainsKey(name))
                throw new StatesException(
                    ErrorName.Runtime, $"The variable '{name}' belongs to an outer scope and cannot be assigned here.");
            if (all.TryGetValue(name, out var old))
                bytes -= PayloadLimit.Utf8Bytes(old);
            bytes += PayloadLimit.Utf8Bytes(value);
            all[name] = value;
        }

        if (bytes > MaxTotalBytes)
            throw new StatesException(
                ErrorName.DataLimitExceeded,
                $"The variables take {bytes} bytes; at most {MaxTotalBytes} are allowed.");
        return new VariableScope(_outer, all.ToImmutable(), bytes);
    }

    /// <inheritdoc />
    public bool ContainsKey(string key) => _all.ContainsKey(key);

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonNode? value) => _all.TryGetValue(key, out value);

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, JsonNode?>> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static void CheckAssignment(int bytes)
    {
        if (bytes > MaxAssignmentBytes)
            throw new StatesException(
                ErrorName.DataLimitExceeded,
                $"One Assign sets {bytes} bytes; at most {MaxAssignmentBytes} are allowed.");
    }
}

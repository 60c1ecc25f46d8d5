using System.Diagnostics.CodeAnalysis;

namespace KakaoWorkflow.Skills.Inputs;

/// <summary>
/// What was made of a customer's words: a value, or why there is none. <c>default</c> is a refusal: missing.
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly record struct Reading<T>
    where T : struct
{
    private readonly T? _value;
    private readonly InputRefusal _refusal;

    private Reading(T? value, InputRefusal refusal)
    {
        _value = value;
        _refusal = refusal;
    }

    /// <summary>Whether there is a value.</summary>
    public bool IsRead => _value is not null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Value => _value ?? throw new InvalidOperationException($"Nothing was read: {_refusal}.");

    /// <summary>Why there is no value; null when there is one.</summary>
    public InputRefusal? Refusal => IsRead ? null : _refusal;

    /// <summary>A value that was read.</summary>
    public static implicit operator Reading<T>(T value) => new(value, default);

    /// <summary>A refusal.</summary>
    public static implicit operator Reading<T>(InputRefusal refusal) => new(null, refusal);

    /// <summary>The value, or why there is none, in one go.</summary>
    public bool TryGet(out T value, [NotNullWhen(false)] out InputRefusal? refusal)
    {
        value = _value.GetValueOrDefault();
        refusal = Refusal;
        return IsRead;
    }

    /// <summary>The value as its own type prints it, or the refusal's name.</summary>
    public override string ToString() => _value?.ToString() ?? _refusal.ToString();
}

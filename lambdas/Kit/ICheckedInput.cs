namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>An event whose values are checked beyond their types, before the function does anything.</summary>
internal interface ICheckedInput
{
    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">One cannot be what it says; the message names the field and does not repeat the value.</exception>
    void Check();
}

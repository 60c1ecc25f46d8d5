using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.StepFunctions.StateMachines;

namespace KakaoWorkflow.Emulator.StepFunctions.Protocol;

/// <summary>A request body. Its members are read by name; whoever reads says which ones exist.</summary>
internal sealed class Request : MemberReader
{
    private const int MaxArnLength = 256;
    private const int MaxNameLength = 80;
    private const string ForbiddenInNames = "<>{}[]?*\"#%\\^|~`$&,;:/";

    /// <param name="body">The body.</param>
    /// <param name="members">Every member that the operation has.</param>
    /// <exception cref="AwsJson.AwsJsonException"><c>ValidationException</c> for a member that the operation does not have.</exception>
    public Request(JsonObject body, params ReadOnlySpan<string> members)
        : base(body)
    {
        foreach (var (name, _) in body)
        {
            if (!members.Contains(name))
                throw StepFunctionsErrors.Validation($"The member '{name}' is not known here.");
        }
    }

    public string? Text(string name, int maxLength = int.MaxValue, int minLength = 0)
    {
        var text = OptionalText(name);
        if (text?.Length > maxLength || text?.Length < minLength)
            throw StepFunctionsErrors.Validation($"The member '{name}' must have {minLength} to {maxLength} characters; it has {text.Length}.");
        return text;
    }

    public string RequiredText(string name, int maxLength, int minLength = 1) =>
        Text(name, maxLength, minLength) ?? throw StepFunctionsErrors.Validation($"The member '{name}' is required.");

    /// <summary>A text that is limited by its bytes.</summary>
    public string? Payload(string name, int maxBytes)
    {
        var text = Text(name);
        if (text is not null && Encoding.UTF8.GetByteCount(text) > maxBytes)
            throw StepFunctionsErrors.Validation($"The member '{name}' has more than {maxBytes} bytes.");
        return text;
    }

    public int? Number(string name, int min, int max)
    {
        var number = OptionalNumber(name);
        return number < min || number > max
            ? throw StepFunctionsErrors.Validation($"The member '{name}' must be from {min} to {max}; it is {number}.")
            : number;
    }

    /// <summary>A member whose value is one of a few.</summary>
    public string? OneOf(string name, params ReadOnlySpan<string> values)
    {
        var text = Text(name);
        return text is null || values.Contains(text)
            ? text
            : throw StepFunctionsErrors.Validation($"The member '{name}' must be one of {string.Join(", ", values!)}; it is '{text}'.");
    }

    public string StateMachineArn(string name = "stateMachineArn")
    {
        var arn = RequiredText(name, MaxArnLength);
        return StateMachineArns.IsStateMachine(arn) ? arn : throw StepFunctionsErrors.InvalidArn(name, arn);
    }

    public string ExecutionArn()
    {
        const string name = "executionArn";
        var arn = RequiredText(name, MaxArnLength);
        return StateMachineArns.IsExecution(arn) ? arn : throw StepFunctionsErrors.InvalidArn(name, arn);
    }

    public string? RoleArn()
    {
        const string name = "roleArn";
        var arn = Text(name, MaxArnLength, minLength: 1);
        return arn is null || arn.Split(':') is ["arn", _, "iam", _, _, ..] ? arn : throw StepFunctionsErrors.InvalidArn(name, arn);
    }

    /// <summary>The name of a new machine or execution.</summary>
    /// <exception cref="AwsJson.AwsJsonException"><c>InvalidName</c>: length, white space, control or special characters.</exception>
    public string? Name()
    {
        var name = Text("name");
        if (name is null)
            return null;
        var isValid = name.Length is > 0 and <= MaxNameLength
            && !name.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || ForbiddenInNames.Contains(character));
        return isValid ? name : throw StepFunctionsErrors.InvalidName(name);
    }

    protected override AwsJsonException WrongType(string name, string wanted) =>
        StepFunctionsErrors.Validation($"The member '{name}' must be {wanted}.");
}

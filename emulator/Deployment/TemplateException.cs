namespace KakaoWorkflow.Emulator.Deployment;

/// <summary>The template asks for something that the emulator does not know, or that CloudFormation would refuse.</summary>
/// <param name="path">Where, for example <c>Resources.Orders.Properties.KeySchema[0].KeyType</c>.</param>
/// <param name="problem">What is wrong there, without the path.</param>
public sealed class TemplateException(string path, string problem) : Exception($"{path}: {problem}")
{
    /// <summary>Where in the template.</summary>
    public string Path { get; } = path;
}

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Interpretation;

/// <summary>Small definitions that many tests use.</summary>
internal static class Machines
{
    public const string TaskFields =
        """ "Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f","Payload.$":"$"} """;

    /// <summary>One call of a function with the input as its event.</summary>
    /// <param name="fields">More fields of the state, each after a comma.</param>
    public static string Task(string fields = "") => Of("T", TaskFields + fields);

    /// <summary>One call of a function that is given a task token.</summary>
    /// <param name="fields">More fields of the state, each after a comma.</param>
    public static string TokenTask(string fields = "") => Of("T", $$$"""
        "Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",
        "Parameters":{"FunctionName":"f","Payload":{"token.$":"$$.Task.Token"}}{{{fields}}}
        """);

    public static string MapOfPasses(int maxConcurrency) => Of("M", $$"""
        "Type":"Map","MaxConcurrency":{{maxConcurrency}},"ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true} } }
        """);

    /// <summary>One state.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="fields">Its fields, without End.</param>
    public static string Of(string name, string fields) => Chain((name, fields));

    /// <summary>States that follow each other.</summary>
    /// <param name="states">Names, and fields without Next and End.</param>
    public static string Chain(params (string Name, string Fields)[] states)
    {
        var chain = states.Select((state, index) =>
        {
            var next = index + 1 < states.Length ? $"\"Next\":\"{states[index + 1].Name}\"" : "\"End\":true";
            return $$"""
                "{{state.Name}}":{ {{state.Fields}},{{next}} }
                """;
        });
        return $$"""
            {"StartAt":"{{states[0].Name}}","States":{ {{string.Join(',', chain)}} } }
            """;
    }
}

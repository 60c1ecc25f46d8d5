namespace KakaoWorkflow.Local.Hosting;

/// <summary>Where our functions run.</summary>
public enum LambdaMode
{
    /// <summary>In this process: quick, and a debugger stops in them.</summary>
    InProcess,

    /// <summary>As child processes over the Lambda Runtime API: as on AWS.</summary>
    Process,
}

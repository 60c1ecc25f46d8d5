namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Prepares the function before its first invocation. False ends the process without one.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();

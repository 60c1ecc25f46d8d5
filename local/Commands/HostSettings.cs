using KakaoWorkflow.Local.Hosting;

namespace KakaoWorkflow.Local.Commands;

/// <summary>What the command line says of a host.</summary>
/// <param name="Options">The host's options, without a logger.</param>
/// <param name="LogLevel">From which level on it logs.</param>
internal sealed record HostSettings(LocalHostOptions Options, LogLevel LogLevel);

namespace KakaoWorkflow.Emulator.Servers;

/// <summary>The port that was asked for cannot be had.</summary>
/// <param name="port">The port.</param>
/// <param name="reason">What the operating system said.</param>
public sealed class PortInUseException(int port, Exception reason)
    : Exception($"The port {port} of 127.0.0.1 cannot be used: {reason.Message}. Choose another one with --port.", reason);

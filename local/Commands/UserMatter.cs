using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.DynamoDb;
using KakaoWorkflow.Emulator.Hosting;
using KakaoWorkflow.Emulator.Servers;
using KakaoWorkflow.Emulator.Storage;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Failures whose message says all that there is to say; a stack would only bury it.</summary>
internal static class UserMatter
{
    /// <summary>Whether an error is one.</summary>
    public static bool Is(Exception error) => error is
        DataFolderInUseException or DataFolderUnusableException or DynoxideNotStartedException or NewerFormatException or PortInUseException
        or TemplateException or IOException or UnauthorizedAccessException or HttpRequestException or SettingException;
}

using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed record ClientApplication(
    string AppPackageName, string AppTitle, string AppVersionCode, string AppVersionName, string InstallationId) : IClientApplication
{
    public static ClientApplication Read(JsonElement json) => new(
        json.TextOrNull("app_package_name"),
        json.TextOrNull("app_title"),
        json.TextOrNull("app_version_code"),
        json.TextOrNull("app_version_name"),
        json.TextOrNull("installation_id"));
}

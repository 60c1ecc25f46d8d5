using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Randomness;

namespace KakaoWorkflow.Emulator.Hosting;

/// <summary>
/// What Secrets Manager and Parameter Store are on AWS: a file that only its owner may read. A value that the template asks for
/// and that is not there yet is made up: 32 random bytes, as base64. To use a value of your own, edit the file and restart.
/// </summary>
internal sealed class SecretFile
{
    private const int SecretBytes = 32;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true };

    private readonly string _path;
    private readonly IRandomSource _random;
    private readonly JsonObject _values;

    private SecretFile(string path, IRandomSource random, JsonObject values) => (_path, _random, _values) = (path, random, values);

    /// <summary>Opens the file; it need not exist.</summary>
    /// <exception cref="InvalidOperationException">The file is not what this class writes.</exception>
    public static SecretFile Open(string path, IRandomSource random)
    {
        var values = File.Exists(path) ? StrictJson.ParseObject(File.ReadAllText(path)) : [];
        return new SecretFile(
            path, random, values ?? throw new InvalidOperationException($"The secrets file {path} is not a JSON object."));
    }

    /// <summary>The value of a reference; made up and stored when there is none.</summary>
    /// <exception cref="InvalidOperationException">The file has something other than text there.</exception>
    public string Value(DynamicReference reference)
    {
        var section = Section(_values, reference.Service);
        var key = reference.Name;
        if (reference.Service == "secretsmanager")
        {
            section = Section(section, reference.Name);
            if (reference.Key is null)
                return section.ToJsonString();
            key = reference.Key;
        }
        if (section[key] is null)
        {
            section[key] = NewSecret();
            OwnerFile.Write(_path, _values.ToJsonString(Written));
        }
        return section[key] is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : throw new InvalidOperationException($"{_path}: '{key}' of {reference.Service} '{reference.Name}' is not text.");
    }

    private string NewSecret()
    {
        var bytes = new byte[SecretBytes];
        _random.Fill(bytes);
        return Convert.ToBase64String(bytes);
    }

    private JsonObject Section(JsonObject parent, string name)
    {
        if (parent[name] is null)
            parent[name] = new JsonObject();
        return parent[name] as JsonObject ?? throw new InvalidOperationException($"{_path}: '{name}' is not an object.");
    }
}

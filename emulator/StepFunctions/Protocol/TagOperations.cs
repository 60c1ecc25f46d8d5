using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.StateMachines;

namespace KakaoWorkflow.Emulator.StepFunctions.Protocol;

/// <summary>The operations on tags.</summary>
internal sealed class TagOperations(StateMachineStore machines, TagStore tags)
{
    private const int MaxKeyLength = 128;
    private const int MaxValueLength = 256;

    public async Task<JsonObject> TagAsync(JsonObject body)
    {
        var request = new Request(body, "resourceArn", "tags");
        var arn = Resource(request);
        return await tags.SetAsync(arn, Tags(request, "tags")) ? [] : throw StepFunctionsErrors.TooManyTags(arn);
    }

    public async Task<JsonObject> UntagAsync(JsonObject body)
    {
        var request = new Request(body, "resourceArn", "tagKeys");
        var arn = Resource(request);
        var keys = new List<string>();
        foreach (var entry in request.List("tagKeys") ?? throw StepFunctionsErrors.Validation("The member 'tagKeys' is required."))
        {
            keys.Add(entry is JsonValue value && value.TryGetValue<string>(out var key)
                ? key
                : throw StepFunctionsErrors.Validation("The member 'tagKeys' must be a list of strings."));
        }
        if (keys.Count > TagStore.MaxTags)
            throw StepFunctionsErrors.Validation($"The member 'tagKeys' must have at most {TagStore.MaxTags} entries.");
        await tags.RemoveAsync(arn, keys);
        return [];
    }

    public async Task<JsonObject> ListAsync(JsonObject body)
    {
        var listed = await tags.ListAsync(Resource(new Request(body, "resourceArn")));
        return new JsonObject
        {
            ["tags"] = new JsonArray([.. listed.Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]),
        };
    }

    /// <summary>A list of tags; empty without the member.</summary>
    public static IReadOnlyDictionary<string, string> Tags(Request request, string name)
    {
        var tags = new Dictionary<string, string>();
        foreach (var entry in request.List(name) ?? [])
        {
            if (entry is not JsonObject fields)
                throw StepFunctionsErrors.Validation($"The member '{name}' must be a list of objects.");
            var tag = new Request(fields, "key", "value");
            tags[tag.RequiredText("key", MaxKeyLength)] = tag.Text("value", MaxValueLength) ?? "";
        }
        return tags;
    }

    private string Resource(Request request)
    {
        var arn = request.StateMachineArn("resourceArn");
        return machines.Find(arn) is not null ? arn : throw StepFunctionsErrors.ResourceNotFound(arn);
    }
}

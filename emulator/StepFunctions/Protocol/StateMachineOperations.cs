using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.StepFunctions.Executions;
using KakaoWorkflow.Emulator.StepFunctions.Language;
using KakaoWorkflow.Emulator.StepFunctions.StateMachines;

namespace KakaoWorkflow.Emulator.StepFunctions.Protocol;

/// <summary>The operations on state machines.</summary>
internal sealed class StateMachineOperations(
    EngineOptions options, StateMachineStore machines, TagStore tags, TimeProvider time, IRandomSource random)
{
    private const string MachinesList = "stateMachines";
    private const int MaxDefinitionBytes = StateMachineDefinition.MaxBytes;
    private const int MaxDiagnostics = 100;

    public async Task<JsonObject> CreateAsync(JsonObject body)
    {
        var request = new Request(
            body, "name", "definition", "roleArn", "type", "loggingConfiguration", "tracingConfiguration", "tags", "publish",
            "versionDescription", "encryptionConfiguration");
        RefuseVersions(request);
        RefuseExpress(request);
        RefuseOwnKeys(request);
        var name = request.Name() ?? throw StepFunctionsErrors.Validation("The member 'name' is required.");
        var text = Definition(request) ?? throw StepFunctionsErrors.Validation("The member 'definition' is required.");
        var role = request.RoleArn() ?? throw StepFunctionsErrors.Validation("The member 'roleArn' is required.");
        var tagged = TagOperations.Tags(request, "tags");
        var definition = Parse(text);

        var now = time.GetUtcNow();
        var revision = new Revision(0, null, text, role, now, Configurations.Logging(request), Configurations.Tracing(request));
        var wanted = new StateMachine(options.Arns.StateMachine(name), name, now, revision);
        if (tagged.Count > TagStore.MaxTags)
            throw StepFunctionsErrors.TooManyTags(wanted.Arn);
        var (machine, isNew) = await machines.CreateAsync(wanted, definition);
        if (!isNew && !IsSame(machine.Revision, revision))
            throw StepFunctionsErrors.StateMachineAlreadyExists(machine.Arn);
        if (isNew && tagged.Count > 0)
            await tags.SetAsync(machine.Arn, tagged);
        return new JsonObject { ["stateMachineArn"] = machine.Arn, ["creationDate"] = machine.CreationTime.ToWire() };
    }

    public async Task<JsonObject> UpdateAsync(JsonObject body)
    {
        var request = new Request(
            body, "stateMachineArn", "definition", "roleArn", "loggingConfiguration", "tracingConfiguration", "publish",
            "versionDescription", "encryptionConfiguration");
        RefuseVersions(request);
        RefuseOwnKeys(request);
        var arn = request.StateMachineArn();
        var text = Definition(request);
        var role = request.RoleArn();
        if (text is null && role is null && !request.Has("loggingConfiguration") && !request.Has("tracingConfiguration"))
            throw StepFunctionsErrors.MissingRequiredParameter("Either the definition or the role ARN must be specified.");
        var definition = text is null ? null : Parse(text);
        var logging = request.Has("loggingConfiguration") ? Configurations.Logging(request) : null;
        var tracing = request.Has("tracingConfiguration") ? Configurations.Tracing(request) : null;
        var changed = await machines.UpdateAsync(arn, present => present with
        {
            RevisionId = random.NewGuid().ToString(),
            Definition = text ?? present.Definition,
            RoleArn = role ?? present.RoleArn,
            LoggingConfiguration = logging ?? present.LoggingConfiguration,
            TracingConfiguration = tracing ?? present.TracingConfiguration,
            Time = time.GetUtcNow(),
        }, definition) ?? throw StepFunctionsErrors.StateMachineDoesNotExist(arn);
        return new JsonObject { ["updateDate"] = changed.Revision.Time.ToWire(), ["revisionId"] = changed.Revision.RevisionId };
    }

    public Task<JsonObject> DescribeAsync(JsonObject body)
    {
        var request = new Request(body, "stateMachineArn", "includedData");
        var data = request.OneOf("includedData", "ALL_DATA", "METADATA_ONLY") != "METADATA_ONLY";
        var machine = Find(request.StateMachineArn());
        var answer = new JsonObject
        {
            ["stateMachineArn"] = machine.Arn,
            ["name"] = machine.Name,
            ["status"] = "ACTIVE",
            ["type"] = "STANDARD",
            ["creationDate"] = machine.CreationTime.ToWire(),
        };
        Configurations.Show(answer, machine.Revision, data);
        return Task.FromResult(answer);
    }

    public Task<JsonObject> ListAsync(JsonObject body)
    {
        var request = new Request(body, "maxResults", "nextToken");
        var count = PageToken.Results(request);
        var start = (int)Math.Min(PageToken.Read(request, MachinesList) ?? 0, int.MaxValue);
        var page = machines.All.Skip(start).Take(count + 1).ToList();
        var answer = new JsonObject
        {
            ["stateMachines"] = new JsonArray([.. page.Take(count).Select(machine => new JsonObject
            {
                ["stateMachineArn"] = machine.Arn,
                ["name"] = machine.Name,
                ["type"] = "STANDARD",
                ["creationDate"] = machine.CreationTime.ToWire(),
            })]),
        };
        if (page.Count > count)
            answer["nextToken"] = PageToken.Write(MachinesList, start + count);
        return Task.FromResult(answer);
    }

    public async Task<JsonObject> DeleteAsync(JsonObject body)
    {
        var arn = new Request(body, "stateMachineArn").StateMachineArn();
        await machines.DeleteAsync(arn);
        await tags.ForgetAsync(arn);
        return [];
    }

    public static Task<JsonObject> ValidateAsync(JsonObject body)
    {
        var request = new Request(body, "definition", "type", "severity", "maxResults");
        RefuseExpress(request);
        request.OneOf("severity", "ERROR", "WARNING");
        var limit = request.Number("maxResults", 0, MaxDiagnostics) is { } wanted and > 0 ? wanted : MaxDiagnostics;
        var text = Definition(request) ?? throw StepFunctionsErrors.Validation("The member 'definition' is required.");
        IReadOnlyList<Diagnostic> found = [];
        try
        {
            StateMachineDefinition.Parse(text);
        }
        catch (InvalidDefinitionException invalid)
        {
            found = invalid.Diagnostics;
        }
        return Task.FromResult(new JsonObject
        {
            ["result"] = found.Count == 0 ? "OK" : "FAIL",
            ["diagnostics"] = new JsonArray([.. found.Take(limit).Select(diagnostic => new JsonObject
            {
                ["severity"] = "ERROR",
                ["code"] = diagnostic.Code,
                ["message"] = diagnostic.Message,
                ["location"] = diagnostic.Location,
            })]),
            ["truncated"] = found.Count > limit,
        });
    }

    private StateMachine Find(string arn) => machines.Find(arn) ?? throw StepFunctionsErrors.StateMachineDoesNotExist(arn);

    private static string? Definition(Request request)
    {
        var text = request.Payload("definition", MaxDefinitionBytes);
        return text is "" ? throw StepFunctionsErrors.Validation("The member 'definition' must not be empty.") : text;
    }

    private static StateMachineDefinition Parse(string text)
    {
        try
        {
            return StateMachineDefinition.Parse(text);
        }
        catch (InvalidDefinitionException invalid)
        {
            throw StepFunctionsErrors.InvalidDefinition(invalid.Message);
        }
    }

    // As documented, a different role or different tags do not make another machine.
    private static bool IsSame(Revision one, Revision other) =>
        one.Definition == other.Definition
        && one.LoggingConfiguration == other.LoggingConfiguration
        && one.TracingConfiguration == other.TracingConfiguration;

    private static void RefuseVersions(Request request)
    {
        if (request.Flag("publish") == true)
            throw StepFunctionsErrors.Validation("The member 'publish' must be false: versions are not supported here.");
        if (request.Text("versionDescription") is not null)
            throw StepFunctionsErrors.Validation("The member 'versionDescription' needs 'publish', which is not supported here.");
    }

    private static void RefuseExpress(Request request)
    {
        if (request.OneOf("type", "STANDARD", "EXPRESS") == "EXPRESS")
            throw StepFunctionsErrors.TypeNotSupported("State machines of type EXPRESS are not supported here.");
    }

    private static void RefuseOwnKeys(Request request)
    {
        if (request.Object("encryptionConfiguration") is not { } encryption)
            return;
        if (new Request(encryption, "type", "kmsKeyId", "kmsDataKeyReusePeriodSeconds").Text("type") != "AWS_OWNED_KEY")
        {
            throw new AwsJson.AwsJsonException(
                "InvalidEncryptionConfiguration", "The member 'encryptionConfiguration.type' must be AWS_OWNED_KEY here.");
        }
    }
}

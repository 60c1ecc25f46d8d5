using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Deployment.References;

/// <summary>The section <c>Resources</c>: which resources exist, and what <c>Ref</c> and <c>Fn::GetAtt</c> say of them.</summary>
internal sealed class ResourceDirectory
{
    /// <summary>CloudFormation's limit for one template.</summary>
    public const int MaxResources = 500;

    /// <summary>What SAM lets a template add to a function's logical id to mean its alias.</summary>
    public const string AliasSuffix = "Alias";

    /// <summary>The HTTP API that SAM adds for events that name none.</summary>
    public const string ImplicitHttpApi = "ServerlessHttpApi";

    private readonly TemplateScope _scope;
    private readonly Dictionary<string, ResourceDeclaration> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public ResourceDirectory(JsonObject resources, JsonObject globals, TemplateScope scope)
    {
        _scope = scope;
        if (resources.Count is 0 or > MaxResources)
            throw new TemplateException("Resources", $"there must be 1 to {MaxResources} resources.");
        var defaults = new Globals(globals);
        foreach (var (id, node) in resources)
        {
            var declaration = ResourceDeclaration.Read(id, node, defaults);
            if (declaration.Condition is null || scope.Conditions.Holds(declaration.Condition, $"Resources.{id}.Condition"))
                _resources.Add(id, declaration);
        }
        if (!resources.ContainsKey(ImplicitHttpApi))
            _resources.Add(ImplicitHttpApi, new ResourceDeclaration(ImplicitHttpApi, ResourceKind.Of("AWS::Serverless::HttpApi")!, [], null));
    }

    /// <summary>The resources of a type that this deployment has, in the template's order.</summary>
    public IEnumerable<ResourceDeclaration> OfType(string type) => _resources.Values.Where(resource => resource.Kind.Type == type);

    /// <summary>What <c>Ref</c> gives.</summary>
    public string Ref(string id, string path)
    {
        var dot = id.IndexOf('.');
        if (dot > 0 && id[(dot + 1)..] == AliasSuffix)
            return AliasArn(id[..dot], path);
        var resource = Find(id, path);
        return resource.Kind.Ref(Identify(resource, path));
    }

    /// <summary>What <c>Fn::GetAtt</c> gives.</summary>
    public string Attribute(string id, string attribute, string path)
    {
        var resource = Find(id, path);
        return resource.Kind.Attributes.TryGetValue(attribute, out var value)
            ? value(Identify(resource, path))
            : throw new TemplateException(path, $"{resource.Kind.Type} has no attribute '{attribute}' here.");
    }

    /// <summary>The resource with its name in the account.</summary>
    public ResourceIdentity Identify(ResourceDeclaration resource, string path)
    {
        if (!_names.TryGetValue(resource.LogicalId, out var name))
        {
            if (!_open.Add(resource.LogicalId))
                throw new TemplateException(path, $"the name of '{resource.LogicalId}' refers to itself.");
            name = Name(resource);
            _open.Remove(resource.LogicalId);
            _names.Add(resource.LogicalId, name);
        }
        return new ResourceIdentity(resource.LogicalId, name, _scope.Settings);
    }

    private string Name(ResourceDeclaration resource)
    {
        if (resource.Kind.NameProperty is { } property
            && resource.Properties[property] is { } given
            && _scope.Resolver.Resolve(given, $"{resource.Path}.{property}") is { } name)
            return Scalar.Text(name) ?? throw new TemplateException($"{resource.Path}.{property}", "it must be text.");
        var generated = $"{_scope.Settings.StackName}-{resource.LogicalId}";
        return resource.Properties["FifoQueue"] is { } fifo && _scope.Resolver.Text(fifo, $"{resource.Path}.FifoQueue") == "true"
            ? $"{generated}.fifo"
            : generated;
    }

    private string AliasArn(string id, string path)
    {
        var resource = Find(id, path);
        return resource.Properties["AutoPublishAlias"] is { } alias
            ? $"{Attribute(id, "Arn", path)}:{_scope.Resolver.Text(alias, $"{resource.Path}.AutoPublishAlias")}"
            : throw new TemplateException(path, $"'{id}' has no AutoPublishAlias.");
    }

    private ResourceDeclaration Find(string id, string path) =>
        _resources.GetValueOrDefault(id)
        ?? throw new TemplateException(path, $"'{id}' is neither a parameter nor a resource of this deployment.");
}

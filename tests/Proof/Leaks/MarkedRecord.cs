using System.Reflection;
using System.Runtime.CompilerServices;

namespace KakaoWorkflow.Tests.Proof.Leaks;

/// <summary>Makes any record with something in each of its members, and a mark in each that is a secret by its type or its name.</summary>
internal sealed class MarkedRecord
{
    /// <summary>What every secret holds.</summary>
    public const string Mark = "MARKED-SECRET";

    private const BindingFlags OwnFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const int MaxDepth = 5;

    private static readonly string[] SecretNames = ["Token", "Secret", "Password", "Credential", "ApiKey"];

    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    /// <summary>The members that hold a mark, as <c>Order.TaskToken</c>.</summary>
    public IReadOnlySet<string> Secrets => _secrets;

    /// <summary>Whether a type is a record or a record struct.</summary>
    public static bool IsOne(Type type) => type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic, [typeof(StringBuilder)]) is not null);

    /// <summary>Makes one.</summary>
    public object Make(Type type) => Make(type, 0);

    private object Make(Type type, int depth)
    {
        var made = RuntimeHelpers.GetUninitializedObject(type);
        for (var part = type; part is not null && part != typeof(object); part = part.BaseType)
        {
            foreach (var field in part.GetFields(OwnFields))
                field.SetValue(made, ValueOf(field.FieldType, $"{type.Name}.{NameOf(field)}", depth));
        }
        return made;
    }

    private object? ValueOf(Type type, string member, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return IsSecret(member) ? Marked(member) : "01000000000";
        if (ElementOf(type) is { } element)
            return ListOf(element, ValueOf(element, member, depth));
        if (type.Name is "IReadOnlySet`1")
            return Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(type.GetGenericArguments()));
        if (type.Name is "IReadOnlyDictionary`2")
            return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()));
        if (IsSecret(type.Name))
            return Activator.CreateInstance(type, Marked(member));
        if (!type.FullName!.StartsWith("KakaoWorkflow.", StringComparison.Ordinal) || type.IsEnum || type.IsAbstract || type.IsAssignableTo(typeof(Delegate)))
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        return depth < MaxDepth ? Make(type, depth + 1) : null;
    }

    private string Marked(string member)
    {
        _secrets.Add(member);
        return Mark;
    }

    private static bool IsSecret(string name) => SecretNames.Any(secret => name.TrimEnd('s').EndsWith(secret, StringComparison.Ordinal));

    private static string NameOf(FieldInfo field) => field.Name.Split('>')[0].TrimStart('<');

    private static Type? ElementOf(Type type) => type.IsArray
        ? type.GetElementType()
        : type is { IsConstructedGenericType: true, IsInterface: true }
            && type.IsAssignableFrom(typeof(List<>).MakeGenericType(type.GetGenericArguments()[..1]))
            ? type.GetGenericArguments()[0]
            : null;

    private static Array ListOf(Type element, object? only)
    {
        var list = Array.CreateInstance(element, only is null ? 0 : 1);
        if (only is not null)
            list.SetValue(only, 0);
        return list;
    }
}

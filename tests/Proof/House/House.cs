using Mono.Cecil;

namespace KakaoWorkflow.Tests.Proof.House;

/// <summary>A project as it was compiled: its rooms, which are its first-level folders, and who knows whom.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Arrows">From a room to the rooms of the same project that it names; every room is a key.</param>
/// <param name="Projects">The other projects that it names.</param>
/// <param name="Domain">From a room to the rooms of <c>workflow/</c> that it names.</param>
internal sealed record House(
    string Name, SortedDictionary<string, SortedSet<string>> Arrows, SortedSet<string> Projects, IReadOnlyDictionary<string, SortedSet<string>> Domain)
{
    /// <summary>The room of what lies in the project's own folder.</summary>
    public const string Hall = "(itself)";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["KakaoWorkflow"] = "workflow",
        ["bootstrap"] = "lambdas",
        ["KakaoWorkflow.Emulator"] = "emulator",
        ["KakaoWorkflow.Local"] = "local",
        ["KakaoWorkflow.Proof"] = "proof",
    };

    private static readonly Dictionary<string, string> Roots = new(StringComparer.Ordinal)
    {
        ["workflow"] = "KakaoWorkflow",
        ["lambdas"] = "KakaoWorkflow.Lambdas",
        ["emulator"] = "KakaoWorkflow.Emulator",
        ["local"] = "KakaoWorkflow.Local",
        ["proof"] = "KakaoWorkflow.Proof",
    };

    /// <summary>The projects, in the order in which they build on each other.</summary>
    public static IReadOnlyList<House> All { get; } = [.. Names.Select(name => Read(name.Value, Path.Combine(AppContext.BaseDirectory, name.Key + ".dll")))];

    /// <summary>Reads an assembly.</summary>
    /// <param name="name">The project's folder.</param>
    /// <param name="path">The assembly.</param>
    public static House Read(string name, string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        var arrows = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        var projects = new SortedSet<string>(StringComparer.Ordinal);
        var domain = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var type in assembly.MainModule.Types.Where(type => IsOurs(type.Namespace)))
        {
            var from = Room(name, type.Namespace);
            if (!arrows.TryGetValue(from, out var to))
                arrows[from] = to = new(StringComparer.Ordinal);
            foreach (var used in References.Of(type))
            {
                if (used.Project is null || used.Project == assembly.Name.Name)
                {
                    if (IsOurs(used.Namespace) && Room(name, used.Namespace) is var room && room != from)
                        to.Add(room);
                }
                else if (Names.TryGetValue(used.Project, out var project))
                {
                    projects.Add(project);
                    if (project == "workflow")
                        (domain.TryGetValue(from, out var known) ? known : domain[from] = new(StringComparer.Ordinal)).Add(Room(project, used.Namespace));
                }
            }
        }
        return new House(name, arrows, projects, domain);
    }

    /// <summary>The rooms by floors, the ground floor, which knows no other room, first.</summary>
    /// <exception cref="InvalidOperationException">Rooms know each other in a circle; the message names them.</exception>
    public IReadOnlyList<IReadOnlyList<string>> Floors()
    {
        var floors = new List<IReadOnlyList<string>>();
        var left = Arrows.Keys.ToHashSet(StringComparer.Ordinal);
        while (left.Count > 0)
        {
            List<string> floor = [.. left.Where(room => !Arrows[room].Overlaps(left)).Order(StringComparer.Ordinal)];
            if (floor.Count == 0)
                throw new InvalidOperationException($"{Name}: in a circle or above one are {string.Join(", ", left.Order(StringComparer.Ordinal))}.");
            floors.Add(floor);
            left.ExceptWith(floor);
        }
        return floors;
    }

    private static bool IsOurs(string spaceName) => spaceName == "KakaoWorkflow" || spaceName.StartsWith("KakaoWorkflow.", StringComparison.Ordinal);

    private static string Room(string project, string spaceName) =>
        spaceName.Length > Roots[project].Length ? spaceName[(Roots[project].Length + 1)..].Split('.')[0] : Hall;
}

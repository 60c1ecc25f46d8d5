using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KakaoWorkflow.Mutants;

/// <summary>The judgements so far, a line each in a file, so that a run which was stopped goes on where it was.</summary>
internal sealed class Judgements
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Judgement> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _codeHashes = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly string _root;
    private readonly string _testsHash;

    private Judgements(string root, string path)
    {
        (_root, _path) = (root, path);
        _testsHash = Hash(new[] { "workflow", "lambdas", "local", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)));
    }

    /// <summary>Reads what earlier runs have left.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="fresh">Whether to forget it.</param>
    public static Judgements Open(string root, bool fresh)
    {
        var path = Path.Combine(root, "artifacts", "mutants", "judgements.jsonl");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (fresh)
            File.Delete(path);
        var judgements = new Judgements(root, path);
        if (!File.Exists(path))
            return judgements;
        foreach (var line in File.ReadLines(path))
        {
            // A line that was cut off by a kill is one judgement less.
            if (line.EndsWith('}') && JsonSerializer.Deserialize<Judgement>(line, Json) is { } judgement)
                judgements._byKey[judgement.Key] = judgement;
        }
        return judgements;
    }

    /// <summary>What is known of a mutant and still holds; null when it has to be tried.</summary>
    public Judgement? Find(Mutant mutant)
    {
        lock (_lock)
        {
            return _byKey.GetValueOrDefault(mutant.Key) is { } known && known.CodeHash == CodeHash(mutant)
                && (known.Verdict is not (Verdict.Survived or Verdict.SurvivedNear) || known.TestsHash == _testsHash) ? known : null;
        }
    }

    /// <summary>Keeps a judgement.</summary>
    public void Add(Mutant mutant, Verdict verdict, string? by)
    {
        lock (_lock)
        {
            var judgement = new Judgement(mutant.Key, verdict, by, CodeHash(mutant), _testsHash);
            _byKey[mutant.Key] = judgement;
            File.AppendAllLines(_path, [JsonSerializer.Serialize(judgement, Json)]);
        }
    }

    private static string Hash(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Order(StringComparer.Ordinal))
            hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private string CodeHash(Mutant mutant)
    {
        if (!_codeHashes.TryGetValue(mutant.File, out var hash))
            _codeHashes[mutant.File] = hash = Hash([Path.Combine(_root, "workflow", mutant.File)]);
        return hash;
    }
}

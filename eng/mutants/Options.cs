using System.Globalization;

namespace KakaoWorkflow.Mutants;

/// <summary>What is asked for on the command line.</summary>
/// <param name="Only">A text that a mutant's name must have; null for all.</param>
/// <param name="Workers">How many are tried at once.</param>
/// <param name="Lists">Whether they are only listed.</param>
/// <param name="Fresh">Whether earlier judgements are forgotten.</param>
/// <param name="OnlyPage">Whether only the page is written.</param>
/// <param name="OnlyNear">Whether survivors are not tried against all tests.</param>
internal sealed record Options(string? Only, int Workers, bool Lists, bool Fresh, bool OnlyPage, bool OnlyNear)
{
    /// <summary>Whether mutants are tried.</summary>
    public bool Tries => !Lists && !OnlyPage;

    /// <summary>Reads the command line; null when it is wrong.</summary>
    public static Options? Read(IReadOnlyList<string> arguments)
    {
        var options = new Options(null, 1, false, false, false, false);
        for (var index = 0; index < arguments.Count; index++)
        {
            var value = index + 1 < arguments.Count ? arguments[index + 1] : null;
            switch (arguments[index])
            {
                case "--list":
                    options = options with { Lists = true };
                    break;
                case "--fresh":
                    options = options with { Fresh = true };
                    break;
                case "--near":
                    options = options with { OnlyNear = true };
                    break;
                case "--page":
                    options = options with { OnlyPage = true };
                    break;
                case "--only" when value is not null:
                    options = options with { Only = value };
                    index++;
                    break;
                case "--workers" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var workers) && workers > 0:
                    options = options with { Workers = workers };
                    index++;
                    break;
                default:
                    return null;
            }
        }
        return options;
    }
}

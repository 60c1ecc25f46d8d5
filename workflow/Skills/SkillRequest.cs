namespace KakaoWorkflow.Skills;

/// <summary>
/// One call of a chatbot block: who wrote, what they wrote, and the values that the chatbot extracted from it. Keys
/// that are not known are ignored, since the platform adds some now and then.
/// </summary>
/// <remarks>
/// <see cref="Utterance"/>, <see cref="Param"/> and <see cref="Origin"/> may hold a phone number: keep them out of
/// logs.
/// </remarks>
public sealed class SkillRequest
{
    /// <summary>The longest body that is read, in UTF-8 bytes. Real bodies take a few kilobytes.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    /// <summary>The deepest nesting that is read.</summary>
    public const int MaxDepth = 64;

    /// <summary>The longest user key, in UTF-16 code units, as the platform documents it.</summary>
    public const int MaxUserIdLength = 70;

    /// <summary>What <c>userRequest.params.surface</c> holds when the admin's test panel calls.</summary>
    private const string TestPanelSurface = "BuilderBotTest";

    private readonly IReadOnlyDictionary<string, string> _params;
    private readonly IReadOnlyDictionary<string, DetailParam> _detailParams;
    private readonly IReadOnlyDictionary<string, string> _clientExtra;
    private readonly HashSet<string> _clientExtraNames;

    private SkillRequest(SkillRequestBody body)
    {
        var call = body.Root.RequiredObject("userRequest");
        UserId = call.RequiredObject("user").RequiredText("id", MaxUserIdLength);
        Utterance = call.Text("utterance") ?? "";
        BlockId = call.Object("block").Text("id");
        BotId = body.Root.Object("bot").Text("id");
        CallbackUrl = call.HttpsUrl("callbackUrl");
        IsTestPanel = call.Object("params").Texts().GetValueOrDefault("surface") == TestPanelSurface;

        var action = body.Root.ObjectOrAbsent("action");
        _params = action.Object("params").Texts();
        _detailParams = action.Object("detailParams").Objects()
            .ToDictionary(entry => entry.Key, entry => DetailParam.Read(entry.Value));
        _clientExtra = action.Object("clientExtra").Texts(stringsOnly: true);
        _clientExtraNames = action.Object("clientExtra").Names();
    }

    /// <summary>
    /// <c>userRequest.user.id</c>: the person's key within this bot (botUserKey), 1 to 70 characters.
    /// </summary>
    public string UserId { get; }

    /// <summary>What the person typed, or what the pressed button sent; empty when the body has none.</summary>
    public string Utterance { get; }

    /// <summary>The block that calls; null when the body has none.</summary>
    public string? BlockId { get; }

    /// <summary>The bot that calls; null when the body has none.</summary>
    public string? BotId { get; }

    /// <summary>
    /// Where a late answer may be posted once, within a minute; null unless the block has that option and it is https.
    /// </summary>
    public Uri? CallbackUrl { get; }

    /// <summary>Whether the call comes from the test panel of the chatbot's admin, not from KakaoTalk.</summary>
    public bool IsTestPanel { get; }

    /// <summary>Reads the body of a skill call.</summary>
    /// <exception cref="InvalidSkillRequestException">
    /// The body is larger than <see cref="MaxBodyBytes"/>, is not a JSON object, names a key twice, nests deeper than
    /// <see cref="MaxDepth"/>, has no usable user key, or its <c>action</c> is no object. Any other field of another type
    /// than documented is read as absent: bodies of older guides hold <c>"clientExtra": "null"</c>.
    /// </exception>
    public static SkillRequest Parse(ReadOnlySpan<byte> utf8)
    {
        using var body = SkillRequestBody.Parse(utf8);
        return new SkillRequest(body);
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})" />
    public static SkillRequest Parse(string json)
    {
        using var body = SkillRequestBody.Parse(json);
        return new SkillRequest(body);
    }

    /// <summary>
    /// A parameter's text: as resolved in <c>params</c>, else in <c>detailParams</c>, else the words that the person
    /// used. A blank text counts as none. A value that is not a string is given as its JSON text.
    /// </summary>
    /// <returns>The text, or null when the body has none by this name.</returns>
    public string? Param(string name) =>
        NotBlank(_params.GetValueOrDefault(name))
        ?? NotBlank(_detailParams.GetValueOrDefault(name)?.Value)
        ?? Origin(name);

    /// <summary>The words from which the chatbot took a parameter; null when the body has none by this name.</summary>
    public string? Origin(string name) => NotBlank(_detailParams.GetValueOrDefault(name)?.Origin);

    /// <summary>
    /// A value that our own earlier answer put into the pressed button; null when the person typed instead of pressing,
    /// or when the value is not a string.
    /// </summary>
    public string? ClientExtra(string name) => NotBlank(_clientExtra.GetValueOrDefault(name));

    /// <summary>
    /// Whether the pressed button carries a value by this name, be it of use (<see cref="ClientExtra"/>) or not.
    /// </summary>
    public bool HasClientExtra(string name) => _clientExtraNames.Contains(name);

    /// <summary>Holds nothing about the person.</summary>
    public override string ToString() => $"skill call of block {BlockId ?? "(unknown)"}";

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

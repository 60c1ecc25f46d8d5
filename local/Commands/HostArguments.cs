using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KakaoWorkflow.Local.Hosting;

namespace KakaoWorkflow.Local.Commands;

/// <summary>The options that every command which starts a host takes.</summary>
internal sealed class HostArguments
{
    private const int MaxPort = 65_535;
    private const double MaxWaitScale = 100_000;
    private const int MaxClockAheadSeconds = 366 * 24 * 60 * 60;

    private readonly Option<int?> _port = new("--port")
    {
        Description = "The port of the AWS endpoint; 0 takes a free one. Without it the port of the last run on this data is used, or a free one.",
        HelpName = "N",
        CustomParser = result =>
            int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= MaxPort
                ? port
                : Refuse(result, $"--port must be from 0 to {MaxPort}, not '{result.Tokens[0].Value}'."),
    };

    private readonly Option<string> _data = new("--data")
    {
        Description = "The folder that keeps everything.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "data",
    };

    private readonly Option<string> _lambda = new("--lambda")
    {
        Description = "Where functions run: in this process, or each as a process of its own over the Lambda Runtime API.",
        DefaultValueFactory = _ => "in-process",
    };

    private readonly Option<double> _waitScale = new("--wait-scale")
    {
        Description = "What waits, retry delays and task token time-outs of executions are divided by.",
        HelpName = "X",
        DefaultValueFactory = _ => 1,
        CustomParser = result =>
            double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var scale) && scale is >= 1 and <= MaxWaitScale
                ? scale
                : Refuse(result, $"--wait-scale must be from 1 to {MaxWaitScale}, not '{result.Tokens[0].Value}'.") ?? 1,
    };

    private readonly Option<int> _clockAhead = new("--clock-ahead")
    {
        Description = "How far the host's clock is ahead: what is due within that time is due at once. Functions that are processes keep the real one.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 0,
        CustomParser = result =>
            int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxClockAheadSeconds
                ? seconds
                : Refuse(result, $"--clock-ahead must be from 0 to {MaxClockAheadSeconds}, not '{result.Tokens[0].Value}'.") ?? 0,
    };

    private readonly Option<string[]> _parameters = new("--parameter")
    {
        Description = "A value for a parameter of template.yaml, as PointsEarnPercent=5; may be given several times.",
        HelpName = "NAME=VALUE",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Log details." };

    public HostArguments()
    {
        foreach (var option in All)
            option.Recursive = true;
        _lambda.AcceptOnlyFromAmong("in-process", "process");
        _data.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError("--data must name a folder.");
        });
        _parameters.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
                result.AddError($"--parameter must be NAME=VALUE, not '{token.Value}'.");
        });
    }

    public IReadOnlyList<Option> All => [_port, _data, _lambda, _waitScale, _clockAhead, _parameters, _verbose];

    /// <summary>The options of a host, and how much it logs.</summary>
    public HostSettings Read(ParseResult arguments) => new(
        new LocalHostOptions
        {
            DataFolder = arguments.GetValue(_data)!,
            AwsPort = arguments.GetValue(_port),
            Parameters = Parameters(arguments.GetValue(_parameters)!),
            Lambda = arguments.GetValue(_lambda) == "process" ? LambdaMode.Process : LambdaMode.InProcess,
            WaitScale = arguments.GetValue(_waitScale),
            Time = Clock(arguments.GetValue(_clockAhead)),
            DynamoDbEndpoint = Endpoint("AWS_ENDPOINT_URL_DYNAMODB"),
            LambdaEndpoint = Endpoint("AWS_ENDPOINT_URL_LAMBDA"),
        },
        arguments.GetValue(_verbose) ? LogLevel.Debug : LogLevel.Information);

    /// <summary>
    /// Runs a command on a data folder of its own, which is removed afterwards, unless <c>--data</c> names one; with its own
    /// wait scale unless <c>--wait-scale</c> names one; and logging from warnings up unless <c>--verbose</c> is given.
    /// </summary>
    public async Task<int> WithOwnDataAsync(ParseResult arguments, double waitScale, Func<HostSettings, Task<int>> run)
    {
        var settings = Read(arguments);
        if (arguments.GetResult(_waitScale) is not { Implicit: false })
            settings = settings with { Options = settings.Options with { WaitScale = waitScale } };
        if (!arguments.GetValue(_verbose))
            settings = settings with { LogLevel = LogLevel.Warning };
        if (arguments.GetResult(_data) is { Implicit: false })
            return await run(settings);

        var folder = Directory.CreateTempSubdirectory("kakaoworkflow-");
        try
        {
            return await run(settings with { Options = settings.Options with { DataFolder = folder.FullName } });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Of a name that is given twice, the last value.</summary>
    private static Dictionary<string, string> Parameters(IEnumerable<string> given) => given
        .Select(text => text.Split('=', 2))
        .GroupBy(pair => pair[0], pair => pair[1], StringComparer.Ordinal)
        .ToDictionary(values => values.Key, values => values.Last(), StringComparer.Ordinal);

    private static AheadTimeProvider? Clock(int aheadSeconds) => aheadSeconds == 0
        ? null
#pragma warning disable RS0030 // the composition root names the system's clock
        : new AheadTimeProvider(TimeProvider.System, TimeSpan.FromSeconds(aheadSeconds));
#pragma warning restore RS0030

    private static int? Refuse(ArgumentResult result, string problem)
    {
        result.AddError(problem);
        return null;
    }

    /// <exception cref="SettingException">The variable is not an address.</exception>
    private static Uri? Endpoint(string variable) => Environment.GetEnvironmentVariable(variable) switch
    {
        null or "" => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" => new Uri(text),
        _ => throw new SettingException($"The environment variable {variable} must be an http or https address."),
    };
}

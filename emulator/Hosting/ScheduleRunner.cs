using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Deployment.Resources;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Emulator.Randomness;

namespace KakaoWorkflow.Emulator.Hosting;

/// <summary>
/// Invokes functions by the clock. A run that was due while the host was off or the machine slept is not made up for, and a function that still runs when its
/// next turn comes is invoked again, both as on AWS.
/// </summary>
internal sealed class ScheduleRunner : IAsyncDisposable
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly LambdaService _lambda;
    private readonly StackSettings _settings;
    private readonly TimeProvider _time;
    private readonly IRandomSource _random;
    private readonly ILogger<ScheduleRunner> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _running;

    /// <summary>Starts all schedules that are enabled.</summary>
    public ScheduleRunner(Stack stack, LambdaService lambda, TimeProvider time, IRandomSource random, ILogger<ScheduleRunner> logger)
    {
        (_lambda, _settings, _time, _random, _logger) = (lambda, stack.Settings, time, random, logger);
        _running = [.. stack.Schedules.Where(schedule => schedule.Enabled).Select(RunAsync)];
    }

    /// <summary>Stops; no function is invoked afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running);
        _stopping.Dispose();
    }

    private async Task RunAsync(ScheduleResource schedule)
    {
        var last = _time.GetUtcNow();
        try
        {
            while (schedule.Expression.Next(last, schedule.TimeZone) is { } due)
            {
                for (var left = due - _time.GetUtcNow(); left > TimeSpan.Zero; left = due - _time.GetUtcNow())
                    await Task.Delay(left < LongestDelay ? left : LongestDelay, _time, _stopping.Token);
                Invoke(schedule, due);
                last = due;
                while (schedule.Expression.Next(last, schedule.TimeZone) is { } missed && missed <= _time.GetUtcNow())
                    last = missed;
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private void Invoke(ScheduleResource schedule, DateTimeOffset due)
    {
        try
        {
            _lambda.Post(schedule.FunctionName, System.Text.Encoding.UTF8.GetBytes(schedule.Input ?? Event(schedule, due)));
        }
        catch (LambdaServiceException error)
        {
            _logger.LogWarning("The schedule {Schedule} could not invoke {Function}: {Code}", schedule.Name, schedule.FunctionName, error.Code);
        }
    }

    /// <summary>Source: "Scheduled events" in the EventBridge user guide; EventBridge Scheduler writes the detail as text.</summary>
    private string Event(ScheduleResource schedule, DateTimeOffset due) => new JsonObject
    {
        ["version"] = "0",
        ["id"] = _random.NewGuid().ToString(),
        ["detail-type"] = "Scheduled Event",
        ["source"] = schedule.Source,
        ["account"] = _settings.AccountId,
        ["time"] = due.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
        ["region"] = _settings.Region,
        ["resources"] = new JsonArray(schedule.Arn),
        ["detail"] = schedule.Source == "aws.scheduler" ? JsonValue.Create("{}") : new JsonObject(),
    }.ToJsonString();
}

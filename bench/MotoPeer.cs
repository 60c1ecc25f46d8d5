using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Bench;

/// <summary>moto's server (Python), the peer of the engine benchmark: the same machine, started one execution after the other.</summary>
internal static class MotoPeer
{
    private const int Executions = 50;
    private const int States = 6;
    private const int Port = 45_781;

    /// <summary>State transitions per second; null where moto is not installed.</summary>
    public static async Task<double?> MeasureAsync(string definition, TimeProvider time)
    {
        Process? server;
        try
        {
            server = Process.Start(new ProcessStartInfo("moto_server", ["-p", $"{Port}", "-H", "127.0.0.1"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["MOTO_SFN_EXECUTE_STATE_MACHINE"] = "true", ["SF_EXECUTION_HISTORY_TYPE"] = "SUCCESS", ["MOTO_STEPFUNCTIONS_EXECUTE_STATE_MACHINE"] = "true" },
            });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        // A pipe that nobody reads would stop the server when it is full.
        server?.BeginOutputReadLine();
        server?.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        try
        {
            for (var attempt = 0; attempt < 100 && !await IsUpAsync(http); attempt++)
                await Task.Delay(TimeSpan.FromMilliseconds(100), time);
            await http.PostAsJsonAsync("/moto-api/config", new JsonObject { ["stepfunctions"] = new JsonObject { ["execute_state_machine"] = true } });
            var machine = await CallAsync(http, "CreateStateMachine", new JsonObject
            {
                ["name"] = "bench",
                ["definition"] = definition,
                ["roleArn"] = "arn:aws:iam::123456789012:role/machine",
            });
            var started = time.GetTimestamp();
            for (var index = 0; index < Executions; index++)
            {
                var execution = await CallAsync(http, "StartExecution", new JsonObject
                {
                    ["stateMachineArn"] = machine["stateMachineArn"]!.DeepClone(),
                    ["name"] = $"run{index}",
                    ["input"] = "{}",
                });
                for (var looks = 0; looks < 1_000; looks++)
                {
                    var described = await CallAsync(http, "DescribeExecution", new JsonObject { ["executionArn"] = execution["executionArn"]!.DeepClone() });
                    if ((string?)described["status"] != "RUNNING")
                        break;
                }
            }
            return Executions * States / time.GetElapsedTime(started).TotalSeconds;
        }
        finally
        {
            server?.Kill(entireProcessTree: true);
            server?.Dispose();
        }
    }

    private static async Task<bool> IsUpAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("/moto-api/")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<JsonObject> CallAsync(HttpClient http, string operation, JsonObject request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/") { Content = JsonContent.Create(request) };
        message.Headers.Add("X-Amz-Target", "AWSStepFunctions." + operation);
        message.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/states/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await http.SendAsync(message);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
    }
}

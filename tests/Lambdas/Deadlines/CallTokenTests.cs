using System.Text;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Tests.Support.Lambdas;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Lambdas.Deadlines;

/// <summary>What a call still waits for when its time is over is given up, and not waited for behind everybody's back.</summary>
public sealed class CallTokenTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Token_IsCancelledOnceTheRuntimeHasEndedTheCall(int milliseconds, bool isCancelled)
    {
        var (deadline, context) = (new CallDeadline(_time), new TestLambdaContext("function"));
        var (token, answer) = (CancellationToken.None, new TaskCompletionSource<Stream>());
        var call = deadline.Bound((_, _) =>
        {
            token = deadline.Token;
            return answer.Task;
        })(Stream.Null, context);

        _time.Advance(context.RemainingTime + TimeSpan.FromMilliseconds(milliseconds));
        token.IsCancellationRequested.ShouldBe(isCancelled);
        answer.SetResult(Stream.Null);
        await call;
        deadline.Token.ShouldBe(CancellationToken.None);
    }

    [Theory]
    [InlineData("Quote", """{"orderId":"0301-AAAAAAAA"}""")]
    [InlineData("ReservePoints", """{"orderId":"0301-AAAAAAAA"}""")]
    [InlineData("CommitOrder", """{"orderId":"0301-AAAAAAAA"}""")]
    [InlineData("ReleasePoints", """{"orderId":"0301-AAAAAAAA","ending":"CANCELLED"}""")]
    [InlineData("AwaitOperator", """{"orderId":"0301-AAAAAAAA","failedStep":"Quote","error":{"error":"E"},"taskToken":"t"}""")]
    [InlineData("Board", "{}")]
    [InlineData("MoveOrder", """{"orderId":"0301-AAAAAAAA","move":"start","by":"kim"}""")]
    [InlineData("ReconcileOrders", "{}")]
    [InlineData("DailyReport", "{}")]
    [InlineData("RefundOrder", """{"orderId":"0301-AAAAAAAA","by":"kim","why":"cold"}""")]
    [InlineData("Attention", "{}")]
    [InlineData("ResumeOrder", """{"orderId":"0301-AAAAAAAA","by":"kim","why":"mended"}""")]
    [InlineData("SettleOrder", """{"orderId":"0301-AAAAAAAA","as":"refunded","by":"kim","why":"seen"}""")]
    public async Task Function_ThatHearsNothing_GivesUpWhenItsTimeIsOver(string function, string input)
    {
        using var silence = new Silence();
        var environment = new FunctionEnvironment(
            TestSettings.Variables(TestTable.Nowhere).GetValueOrDefault, _time, new SeededRandomSource(1).Fill, _ => silence);
        var context = new TestLambdaContext(function);
        var call = FunctionCatalog.Create(function, environment)(new MemoryStream(Encoding.UTF8.GetBytes(input)), context);

        await silence.Asked;
        _time.Advance(context.RemainingTime + TimeSpan.FromMilliseconds(1));
        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    /// <summary>A network that takes every request and answers none.</summary>
    private sealed class Silence : HttpMessageHandler
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _asked.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            throw new InvalidOperationException("It waits for ever.");
        }
    }
}

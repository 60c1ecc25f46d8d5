using KakaoWorkflow.Attention;

namespace KakaoWorkflow.Tests.Lambdas.Operations;

/// <summary>What the operator's functions say of matters, as the Lambda runtime calls them.</summary>
public sealed class AttentionFunctionTests(DynoxideServer server) : FunctionTest(server)
{
    [Fact]
    public async Task Attention_ListsEachMatterWithWhatToDo_AndCountsEachKind()
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);

        var answer = await InvokeAsync("Attention", "{}");
        var matter = answer["matters"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)matter["kind"], (string?)matter["subject"], (string?)matter["orderId"], (string?)matter["detail"])
            .ShouldBe((AttentionKind.OrderInReview, order.OrderId, order.OrderId, "CommitOrder: States.Timeout"));
        ((DateTimeOffset?)matter["since"], (DateTimeOffset?)matter["lastLookAt"]).ShouldBe((TestCafe.Opening, TestCafe.Opening));
        ((string?)matter["whatToDo"]).ShouldBe(AttentionAdvice.WhatToDo(AttentionKind.OrderInReview));
        ((bool?)answer["isComplete"]).ShouldBe(true);
        answer["counts"]!.AsObject().ToDictionary(kind => kind.Key, kind => (int)kind.Value!)
            .ShouldBe(AttentionKind.All.ToDictionary(kind => kind, kind => kind == AttentionKind.OrderInReview ? 1 : 0), ignoreOrder: true);
    }

    [Fact]
    public async Task ResumeOrder_Repeated_SaysWhoWasFaster()
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);
        var call = $$"""{"orderId":"{{order.OrderId}}","by":"mina","why":"It is over."}""";

        var first = await InvokeAsync("ResumeOrder", call);
        ((string?)first["outcome"], (string?)first["resumedStep"]).ShouldBe(("Resumed", "CommitOrder"));
        var second = await InvokeAsync("ResumeOrder", call.Replace("mina", "juno", StringComparison.Ordinal));
        ((string?)second["outcome"], (string?)second["resumedStep"], (string?)second["by"], (DateTimeOffset?)second["at"])
            .ShouldBe(("ResumedBefore", null, "mina", TestCafe.Opening));
    }

    /// <summary>The template's metric filter counts these lines, zeros included, so that an alarm can end.</summary>
    [Fact]
    public async Task ReconcileOrders_LogsHowManyMattersOfEachKindWait()
    {
        await Stories.ReviewAsync(await Stories.ReservedAsync());
        Cafe.StepFunctions.OnCall = (_, _) => Task.CompletedTask;

        await InvokeAsync("ReconcileOrders", "{}");
        foreach (var kind in AttentionKind.All)
        {
            LogLines.ShouldContain(line => line.Contains("{attentionKind}", StringComparison.Ordinal)
                && line.EndsWith($"| {kind} | {(kind == AttentionKind.OrderInReview ? 1 : 0)}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task DailyReport_ThatFails_IsAMatterOfItsDay()
    {
        Cafe.DynamoDbWire.Refuse("Query", """{"__type":"com.amazon.coral.service#AccessDeniedException","message":"Refused by the test."}""", times: 1);
        await Should.ThrowAsync<Exception>(() => InvokeAsync("DailyReport", """{"day":"2026-02-28"}"""));

        var matter = (await MattersAsync()).ShouldHaveSingleItem();
        (matter.Kind, matter.Subject).ShouldBe((AttentionKind.ReportUnclean, "2026-02-28"));
        (await InvokeAsync("DailyReport", """{"day":"2026-02-28"}"""))["isClean"]!.GetValue<bool>().ShouldBeTrue();
        (await MattersAsync()).ShouldBeEmpty();
    }
}

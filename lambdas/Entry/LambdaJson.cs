using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.SQSEvents;
using KakaoWorkflow.Board;
using KakaoWorkflow.Lambdas.Operations;
using KakaoWorkflow.Lambdas.Steps;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Quoting;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Reports;
using KakaoWorkflow.Settlement;

namespace KakaoWorkflow.Lambdas.Entry;

/// <summary>The JSON of every event and result. Names are lower camel on the wire; a required member that is missing or null is an error.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StepInput))]
[JsonSerializable(typeof(StepInput.PreparePayment))]
[JsonSerializable(typeof(StepInput.AwaitApproval))]
[JsonSerializable(typeof(StepInput.ApprovePayment))]
[JsonSerializable(typeof(StepInput.ResolvePayment))]
[JsonSerializable(typeof(StepInput.CommitOrder))]
[JsonSerializable(typeof(StepInput.ReleasePoints))]
[JsonSerializable(typeof(StepInput.RefundPayment))]
[JsonSerializable(typeof(StepInput.AwaitOperator))]
[JsonSerializable(typeof(StepFunctions.Done))]
[JsonSerializable(typeof(OrderQuote))]
[JsonSerializable(typeof(PreparedPayment))]
[JsonSerializable(typeof(ApprovedPayment))]
[JsonSerializable(typeof(RefundedPayment))]
[JsonSerializable(typeof(CommittedOrder))]
[JsonSerializable(typeof(StepFunctions.Released))]
[JsonSerializable(typeof(EmptyCall))]
[JsonSerializable(typeof(BoardPage))]
[JsonSerializable(typeof(BoardFunctions.MoveCall))]
[JsonSerializable(typeof(BoardFunctions.MoveAnswer))]
[JsonSerializable(typeof(ReconcileOrdersFunction.ReconcileCall))]
[JsonSerializable(typeof(ReconcileReport))]
[JsonSerializable(typeof(DailyReportFunction.DailyReportCall))]
[JsonSerializable(typeof(DailyReport))]
[JsonSerializable(typeof(RefundOrderFunction.RefundCall))]
[JsonSerializable(typeof(RefundOrderFunction.RefundAnswer))]
[JsonSerializable(typeof(AttentionFunction.AttentionAnswer))]
[JsonSerializable(typeof(ResumeOrderFunction.ResumeCall))]
[JsonSerializable(typeof(ResumeOrderFunction.ResumeAnswer))]
[JsonSerializable(typeof(SettleOrderFunction.SettleCall))]
[JsonSerializable(typeof(SettleOrderFunction.SettleAnswer))]
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
internal sealed partial class LambdaJson : JsonSerializerContext;

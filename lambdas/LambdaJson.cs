using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.SQSEvents;
using KakaoWorkflow.Board;
using KakaoWorkflow.Lambdas.Operations;
using KakaoWorkflow.Lambdas.Steps;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Quoting;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Reports;
using KakaoWorkflow.Settlement;

namespace KakaoWorkflow.Lambdas;

/// <summary>The JSON of every event and result. Names are lower camel on the wire; a required member that is missing or null is an error.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OrderStep))]
[JsonSerializable(typeof(PreparePaymentStep))]
[JsonSerializable(typeof(AwaitApprovalStep))]
[JsonSerializable(typeof(ApprovePaymentStep))]
[JsonSerializable(typeof(ResolvePaymentStep))]
[JsonSerializable(typeof(CommitOrderStep))]
[JsonSerializable(typeof(ReleasePointsStep))]
[JsonSerializable(typeof(RefundPaymentStep))]
[JsonSerializable(typeof(AwaitOperatorStep))]
[JsonSerializable(typeof(StepDone))]
[JsonSerializable(typeof(OrderQuote))]
[JsonSerializable(typeof(PreparedPayment))]
[JsonSerializable(typeof(ApprovedPayment))]
[JsonSerializable(typeof(RefundedPayment))]
[JsonSerializable(typeof(CommittedOrder))]
[JsonSerializable(typeof(ReleasedOrder))]
[JsonSerializable(typeof(OrderEventMessage))]
[JsonSerializable(typeof(EmptyCall))]
[JsonSerializable(typeof(BoardPage))]
[JsonSerializable(typeof(MoveCall))]
[JsonSerializable(typeof(MoveAnswer))]
[JsonSerializable(typeof(ReconcileCall))]
[JsonSerializable(typeof(ReconcileReport))]
[JsonSerializable(typeof(DailyReportCall))]
[JsonSerializable(typeof(DailyReport))]
[JsonSerializable(typeof(RefundCall))]
[JsonSerializable(typeof(RefundAnswer))]
[JsonSerializable(typeof(AttentionAnswer))]
[JsonSerializable(typeof(ResumeCall))]
[JsonSerializable(typeof(ResumeAnswer))]
[JsonSerializable(typeof(SettleCall))]
[JsonSerializable(typeof(SettleAnswer))]
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
internal sealed partial class LambdaJson : JsonSerializerContext;

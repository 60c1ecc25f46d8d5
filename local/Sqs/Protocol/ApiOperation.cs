using System.Text.Json.Nodes;

namespace KakaoWorkflow.Local.Sqs.Protocol;

/// <summary>Carries out one operation of the protocol.</summary>
internal delegate Task<JsonObject> ApiOperation(RequestReader request, CancellationToken cancellationToken);

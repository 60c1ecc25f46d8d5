using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Sqs.Protocol;

/// <summary>Carries out one operation of the protocol.</summary>
internal delegate Task<JsonObject> ApiOperation(RequestReader request, CancellationToken cancellationToken);

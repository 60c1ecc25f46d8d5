namespace KakaoWorkflow.Tests.Workflow.Cafes;

/// <summary>A customer who signed up.</summary>
internal sealed record TestMember(string UserKey, string Phone, string MemberId, string CustomerId);

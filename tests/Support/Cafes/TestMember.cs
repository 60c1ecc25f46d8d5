namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>A customer who signed up.</summary>
internal sealed record TestMember(string UserKey, string Phone, string MemberId, string CustomerId);

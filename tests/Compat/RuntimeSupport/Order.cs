namespace KakaoWorkflow.Tests.Compat.RuntimeSupport;

internal sealed record Order(string Menu, int Quantity);

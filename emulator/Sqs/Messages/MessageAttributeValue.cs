namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>A message attribute's typed value: text or bytes, never both.</summary>
/// <param name="DataType"><c>String</c>, <c>Number</c> or <c>Binary</c>, with an optional label of the sender after a dot.</param>
/// <param name="StringValue">The value of a String or Number; null for Binary.</param>
/// <param name="BinaryValue">The value of a Binary; null for the others.</param>
internal sealed record MessageAttributeValue(string DataType, string? StringValue, ReadOnlyMemory<byte>? BinaryValue);

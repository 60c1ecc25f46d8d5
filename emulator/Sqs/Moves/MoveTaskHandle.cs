using System.Buffers.Text;
using System.Text;

namespace KakaoWorkflow.Emulator.Sqs.Moves;

/// <summary>Names a move task: its number and the ARN of its source.</summary>
/// <param name="TaskId">The task's number.</param>
/// <param name="SourceArn">The dead-letter queue.</param>
internal readonly record struct MoveTaskHandle(long TaskId, string SourceArn)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{TaskId} {SourceArn}"));

    public static MoveTaskHandle Parse(string text)
    {
        if (Base64Url.IsValid(text))
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ');
            if (parts.Length == 2 && long.TryParse(parts[0], out var id))
                return new MoveTaskHandle(id, parts[1]);
        }
        throw SqsErrors.InvalidParameterValue("TaskHandle was not issued by StartMessageMoveTask.");
    }
}

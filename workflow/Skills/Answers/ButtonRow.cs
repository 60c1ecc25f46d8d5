using System.Text.Json;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>The buttons of one card, checked against how they are arranged.</summary>
internal sealed record ButtonRow
{
    public const int MaxVertical = 3;
    public const int MaxHorizontal = 2;

    public ButtonRow(IReadOnlyList<Button>? buttons, ButtonLayout layout, string owner)
    {
        var isHorizontal = layout == ButtonLayout.Horizontal;
        Buttons = AnswerCheck.List(buttons, 0, isHorizontal ? MaxHorizontal : MaxVertical, $"{owner}.buttons");
        Layout = layout;
        if (!isHorizontal || Buttons.Count < 2)
            return;
        foreach (var button in Buttons)
            AnswerCheck.Text(button.Label, Button.MaxLabelLengthSideBySide, $"{owner}.buttons.label");
    }

    public IReadOnlyList<Button> Buttons { get; }

    public ButtonLayout Layout { get; }

    public void Write(Utf8JsonWriter json)
    {
        if (Buttons.Count == 0)
            return;
        json.WriteArray("buttons", Buttons, (button, writer) => button.Write(writer));
        json.WriteString("buttonLayout", Layout == ButtonLayout.Horizontal ? "horizontal" : "vertical");
    }
}

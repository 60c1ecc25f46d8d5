using Amazon.Runtime;

namespace Amazon.StepFunctions;

public class StateMachineType : ConstantClass
{
    public static readonly StateMachineType STANDARD = new("STANDARD");

    public static readonly StateMachineType EXPRESS = new("EXPRESS");

    public StateMachineType(string value)
        : base(value)
    {
    }

    public static implicit operator StateMachineType(string value) => FindValue(value);

    public static StateMachineType FindValue(string value) => FindValue<StateMachineType>(value);
}

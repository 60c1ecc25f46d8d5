using Amazon.Runtime;

namespace Amazon.StepFunctions;

public class IncludedData : ConstantClass
{
    public static readonly IncludedData ALL_DATA = new("ALL_DATA");

    public static readonly IncludedData METADATA_ONLY = new("METADATA_ONLY");

    public IncludedData(string value)
        : base(value)
    {
    }

    public static implicit operator IncludedData(string value) => FindValue(value);

    public static IncludedData FindValue(string value) => FindValue<IncludedData>(value);
}

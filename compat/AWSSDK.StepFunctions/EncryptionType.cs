using Amazon.Runtime;

namespace Amazon.StepFunctions;

public class EncryptionType : ConstantClass
{
    public static readonly EncryptionType AWS_OWNED_KEY = new("AWS_OWNED_KEY");

    public static readonly EncryptionType CUSTOMER_MANAGED_KMS_KEY = new("CUSTOMER_MANAGED_KMS_KEY");

    public EncryptionType(string value)
        : base(value)
    {
    }

    public static implicit operator EncryptionType(string value) => FindValue(value);

    public static EncryptionType FindValue(string value) => FindValue<EncryptionType>(value);
}

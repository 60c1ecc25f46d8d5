namespace Amazon.StepFunctions.Model;

public class EncryptionConfiguration
{
    public string KmsKeyId { get; set; }

    public int? KmsDataKeyReusePeriodSeconds { get; set; }

    public EncryptionType Type { get; set; }
}

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>A payload could not be read as the handler's input, or its output could not be written.</summary>
public class JsonSerializerException : Exception
{
    public JsonSerializerException(string message)
        : base(message)
    {
    }

    public JsonSerializerException(string message, Exception exception)
        : base(message, exception)
    {
    }
}

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What a handler answers.</summary>
public class InvocationResponse
{
    public InvocationResponse(Stream outputStream)
        : this(outputStream, true)
    {
    }

    public InvocationResponse(Stream outputStream, bool disposeOutputStream)
    {
        ArgumentNullException.ThrowIfNull(outputStream);
        OutputStream = outputStream;
        DisposeOutputStream = disposeOutputStream;
    }

    /// <summary>Read from its position to its end.</summary>
    public Stream OutputStream { get; set; }

    /// <summary>Whether the stream is disposed once it has been sent.</summary>
    public bool DisposeOutputStream { get; private set; }
}

using System.Net;

namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>A request's body that looks at the clock when it is about to leave: opening the connection may have taken long.</summary>
internal sealed class DeadlineContent : HttpContent
{
    private readonly HttpContent _content;
    private readonly Action _check;

    /// <param name="content">The body.</param>
    /// <param name="check">Throws when the body must not leave any more.</param>
    public DeadlineContent(HttpContent content, Action check)
    {
        (_content, _check) = (content, check);
        foreach (var (name, values) in content.Headers)
            Headers.TryAddWithoutValidation(name, values);
    }

    // Callers of this one have no token to pass on.
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _check();
        return _content.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }
}

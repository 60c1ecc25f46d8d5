namespace KakaoWorkflow.Emulator.Sqs.Protocol;

/// <summary>Finds the queue that a request names.</summary>
internal static class QueueAddress
{
    /// <summary>
    /// The name in a request's QueueUrl. Only the last two segments count, so that an address works through any host
    /// name, port forwarding or proxy.
    /// </summary>
    public static string ReadQueue(this RequestReader request, SqsOptions options)
    {
        var url = request.Text("QueueUrl");
        if (url.Split('/') is not [.., { Length: > 0 } account, { Length: > 0 } name])
            throw SqsErrors.InvalidAddress(url);
        return account == options.AccountId ? name : throw SqsErrors.QueueDoesNotExist(url);
    }
}

using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Gives handlers of every shape the one that the invocation loop calls.</summary>
public sealed class HandlerWrapper : IDisposable
{
    private HandlerWrapper(LambdaBootstrapHandler handler, ILambdaSerializer serializer)
    {
        Handler = handler;
        Serializer = serializer;
    }

    public LambdaBootstrapHandler Handler { get; }

    internal ILambdaSerializer Serializer { get; }

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        ReturningStream(invocation => handler(invocation.InputStream, invocation.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        ReturningNothing(
            invocation => handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Returning(invocation => handler(serializer.Deserialize<TInput>(invocation.InputStream)), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Returning(
            invocation => handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext), serializer);

    /// <summary>Nothing is held. The official class has this member too.</summary>
    public void Dispose()
    {
    }

    internal static HandlerWrapper ReturningNothing(Func<InvocationRequest, Task> handler, ILambdaSerializer serializer = null) => new(
        async invocation =>
        {
            await handler(invocation);
            return new InvocationResponse(new MemoryStream());
        },
        serializer);

    internal static HandlerWrapper ReturningStream(Func<InvocationRequest, Task<Stream>> handler, ILambdaSerializer serializer = null) => new(
        async invocation => new InvocationResponse(await handler(invocation)), serializer);

    internal static HandlerWrapper Returning<TOutput>(Func<InvocationRequest, Task<TOutput>> handler, ILambdaSerializer serializer) => new(
        async invocation =>
        {
            var output = new MemoryStream();
            serializer.Serialize(await handler(invocation), output);
            output.Position = 0;
            return new InvocationResponse(output);
        },
        serializer);
}

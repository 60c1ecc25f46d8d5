using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Builds the invocation loop around a handler. All shapes of handlers are here, and not only those in use, so that the compiler chooses among
/// the same overloads as with the official package.
/// </summary>
public sealed class LambdaBootstrapBuilder
{
    private readonly HandlerWrapper _handlerWrapper;
    private readonly LambdaBootstrapOptions _options = new();
    private HttpClient _httpClient;
    private LambdaBootstrapInitializer _initializer;

    private LambdaBootstrapBuilder(HandlerWrapper handlerWrapper)
    {
        _handlerWrapper = handlerWrapper;
    }

    public static LambdaBootstrapBuilder Create(Func<Task> handler) =>
        new(HandlerWrapper.ReturningNothing(_ => handler()));

    public static LambdaBootstrapBuilder Create(Func<Stream, Task> handler) =>
        new(HandlerWrapper.ReturningNothing(invocation => handler(invocation.InputStream)));

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.ReturningNothing(
            invocation => handler(serializer.Deserialize<TInput>(invocation.InputStream)), serializer));

    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task> handler) =>
        new(HandlerWrapper.ReturningNothing(invocation => handler(invocation.LambdaContext)));

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task> handler) =>
        new(HandlerWrapper.ReturningNothing(invocation => handler(invocation.InputStream, invocation.LambdaContext)));

    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.ReturningNothing(
            invocation => handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext), serializer));

    public static LambdaBootstrapBuilder Create(Func<Task<Stream>> handler) =>
        new(HandlerWrapper.ReturningStream(_ => handler()));

    public static LambdaBootstrapBuilder Create(Func<Stream, Task<Stream>> handler) =>
        new(HandlerWrapper.ReturningStream(invocation => handler(invocation.InputStream)));

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.ReturningStream(
            invocation => handler(serializer.Deserialize<TInput>(invocation.InputStream)), serializer));

    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task<Stream>> handler) =>
        new(HandlerWrapper.ReturningStream(invocation => handler(invocation.LambdaContext)));

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new(HandlerWrapper.ReturningStream(invocation => handler(invocation.InputStream, invocation.LambdaContext)));

    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.ReturningStream(
            invocation => handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext), serializer));

    public static LambdaBootstrapBuilder Create<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.Returning(_ => handler(), serializer));

    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.Returning(invocation => handler(invocation.InputStream), serializer));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.Returning(
            invocation => handler(serializer.Deserialize<TInput>(invocation.InputStream)), serializer));

    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.Returning(invocation => handler(invocation.LambdaContext), serializer));

    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.Returning(invocation => handler(invocation.InputStream, invocation.LambdaContext), serializer));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.Returning(
            invocation => handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext), serializer));

    public static LambdaBootstrapBuilder Create(Action handler) =>
        new(HandlerWrapper.ReturningNothing(_ => Run(() => handler())));

    public static LambdaBootstrapBuilder Create(Action<Stream> handler) =>
        new(HandlerWrapper.ReturningNothing(invocation => Run(() => handler(invocation.InputStream))));

    public static LambdaBootstrapBuilder Create<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.ReturningNothing(
            invocation => Run(() => handler(serializer.Deserialize<TInput>(invocation.InputStream))), serializer));

    public static LambdaBootstrapBuilder Create(Action<ILambdaContext> handler) =>
        new(HandlerWrapper.ReturningNothing(invocation => Run(() => handler(invocation.LambdaContext))));

    public static LambdaBootstrapBuilder Create(Action<Stream, ILambdaContext> handler) =>
        new(HandlerWrapper.ReturningNothing(
            invocation => Run(() => handler(invocation.InputStream, invocation.LambdaContext))));

    public static LambdaBootstrapBuilder Create<TInput>(
        Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.ReturningNothing(
            invocation => Run(() => handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext)), serializer));

    public static LambdaBootstrapBuilder Create(Func<Stream> handler) =>
        new(HandlerWrapper.ReturningStream(_ => Task.FromResult(handler())));

    public static LambdaBootstrapBuilder Create(Func<Stream, Stream> handler) =>
        new(HandlerWrapper.ReturningStream(invocation => Task.FromResult(handler(invocation.InputStream))));

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.ReturningStream(
            invocation => Task.FromResult(handler(serializer.Deserialize<TInput>(invocation.InputStream))), serializer));

    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Stream> handler) =>
        new(HandlerWrapper.ReturningStream(invocation => Task.FromResult(handler(invocation.LambdaContext))));

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Stream> handler) =>
        new(HandlerWrapper.ReturningStream(
            invocation => Task.FromResult(handler(invocation.InputStream, invocation.LambdaContext))));

    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.ReturningStream(
            invocation => Task.FromResult(handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext)), serializer));

    public static LambdaBootstrapBuilder Create<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.Returning(_ => Task.FromResult(handler()), serializer));

    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.Returning(invocation => Task.FromResult(handler(invocation.InputStream)), serializer));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, TOutput> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.Returning(
            invocation => Task.FromResult(handler(serializer.Deserialize<TInput>(invocation.InputStream))), serializer));

    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.Returning(invocation => Task.FromResult(handler(invocation.LambdaContext)), serializer));

    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.Returning(
            invocation => Task.FromResult(handler(invocation.InputStream, invocation.LambdaContext)), serializer));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.Returning(
            invocation => Task.FromResult(handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext)), serializer));

    public static LambdaBootstrapBuilder Create(Action<Stream, ILambdaContext, MemoryStream> handler) =>
        new(HandlerWrapper.ReturningStream(invocation =>
        {
            var output = new MemoryStream();
            handler(invocation.InputStream, invocation.LambdaContext, output);
            output.Position = 0;
            return Task.FromResult<Stream>(output);
        }));

    /// <summary>Takes a client of the caller, who also disposes it. Its time-out must be longer than the function may wait for work.</summary>
    public LambdaBootstrapBuilder UseHttpClient(HttpClient httpClient)
    {
        _httpClient = httpClient;
        return this;
    }

    /// <summary>Names what runs once, before the first invocation. An exception in it is reported as an init error and ends the process.</summary>
    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        _initializer = lambdaBootstrapInitializer;
        return this;
    }

    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions> options = null)
    {
        options?.Invoke(_options);
        return this;
    }

    /// <exception cref="InvalidOperationException">No address of the Runtime API is known.</exception>
    public LambdaBootstrap Build() =>
        _httpClient is null
            ? new LambdaBootstrap(_handlerWrapper, _options, _initializer)
            : new LambdaBootstrap(_httpClient, _handlerWrapper, _options, _initializer);

    private static Task Run(Action handler)
    {
        handler();
        return Task.CompletedTask;
    }
}

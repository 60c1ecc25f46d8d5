using System.Collections.Concurrent;
using System.Reflection;
using Xunit.Runner.Common;
using Xunit.Runner.InProc.SystemConsole;
using Xunit.Sdk;

namespace KakaoWorkflow.Mutants.Worker;

/// <summary>Runs the tests of one call, until one fails.</summary>
internal sealed class TestRun : IMessageSink
{
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private int _passed;
    private string? _failedTest;
    private string? _why;

    /// <summary>Runs them in a copy of the project's assemblies.</summary>
    public static async Task<TestAnswer> RunAsync(MutantContexts contexts, TestCall call)
    {
        var run = new TestRun();
        foreach (var tests in contexts.Open(call))
        {
            if (run._failedTest is null)
                await run.RunAsync(tests, call);
        }
        return new TestAnswer(run._passed, run._failedTest, run._why);
    }

    private async Task RunAsync(Assembly tests, TestCall call)
    {
        var assembly = new XunitProjectAssembly(new XunitProject(), tests.Location, new AssemblyMetadata(3, ".NETCoreApp,Version=v10.0")) { Assembly = tests };
        assembly.Configuration.StopOnFail = true;
        foreach (var name in call.Classes)
            assembly.Configuration.Filters.AddIncludedClassFilter(name);
        foreach (var name in call.Namespaces)
            assembly.Configuration.Filters.AddIncludedNamespaceFilter(name);
        using var stopping = new CancellationTokenSource();
        var runner = new ProjectAssemblyRunner(tests, AutomatedMode.Off, stopping);
        var failures = await runner.Run(
            assembly, this, null, new ConsoleRunnerLogger(false, false, new ConsoleHelper(TextReader.Null, TextWriter.Null), false),
            new Dictionary<string, IConsoleResultWriter>(), null, null, null);
        if (failures > 0)
            _failedTest ??= "the run itself";
    }

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestStarting starting:
                _names[starting.TestUniqueID] = starting.TestDisplayName;
                break;
            case ITestPassed:
                Interlocked.Increment(ref _passed);
                break;
            case ITestFailed failed:
                if (Interlocked.CompareExchange(ref _failedTest, _names.GetValueOrDefault(failed.TestUniqueID, "a test"), null) is null)
                    _why = string.Join(' ', failed.Messages);
                break;
            case IErrorMetadata error:
                if (Interlocked.CompareExchange(ref _failedTest, message.GetType().Name, null) is null)
                    _why = string.Join(' ', error.Messages);
                break;
        }
        return _failedTest is null;
    }
}

using System.Reflection;

namespace KakaoWorkflow.Mutants.Worker;

/// <summary>The copy of the project's assemblies that is in use: one with many mutants stays for all of them.</summary>
internal sealed class MutantContexts
{
    private MutantContext? _context;
    private string? _path;

    /// <summary>The tests' assemblies, of a copy with the code that a call asks for.</summary>
    public IEnumerable<Assembly> Open(TestCall call)
    {
        if (_context is null || _path != call.Assembly)
            (_context, _path) = (new MutantContext(AppContext.BaseDirectory, call.Assembly), call.Assembly);
        _context.Switch(call.Number);
        return call.Tests.Select(_context.LoadTests);
    }
}

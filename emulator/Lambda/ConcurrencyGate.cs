namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>How many invocations of one function run, and how many may.</summary>
internal sealed class ConcurrencyGate(int? reserved)
{
    private readonly Lock _lock = new();
    private int? _reserved = reserved;
    private int _running;

    /// <summary>The reserved concurrency; null when nothing is reserved, 0 when every call is throttled.</summary>
    public int? Reserved
    {
        get
        {
            lock (_lock)
                return _reserved;
        }

        set
        {
            lock (_lock)
                _reserved = value;
        }
    }

    /// <summary>How many run.</summary>
    public int Running
    {
        get
        {
            lock (_lock)
                return _running;
        }
    }

    public bool TryEnter()
    {
        lock (_lock)
        {
            if (_running >= (_reserved ?? int.MaxValue))
                return false;
            _running++;
            return true;
        }
    }

    public void Leave()
    {
        lock (_lock)
            _running--;
    }
}

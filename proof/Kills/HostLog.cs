namespace KakaoWorkflow.Proof.Kills;

/// <summary>What the hosts of a run print, kept in one file.</summary>
internal sealed class HostLog(string path) : IDisposable
{
    private const int TailLines = 20;

    private readonly Lock _lock = new();
    private readonly StreamWriter _writer = new(path, append: true) { AutoFlush = true };
    private readonly Queue<string> _tail = new();

    public void Add(string line)
    {
        lock (_lock)
        {
            _writer.WriteLine(line);
            _tail.Enqueue(line);
            if (_tail.Count > TailLines)
                _tail.Dequeue();
        }
    }

    /// <summary>The last lines.</summary>
    public string Tail()
    {
        lock (_lock)
            return string.Join('\n', _tail);
    }

    public void Dispose()
    {
        lock (_lock)
            _writer.Dispose();
    }
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Randomness;

namespace KakaoWorkflow.Tests.Local.Gateways;

/// <summary>
/// A bank that is not KakaoPay: it knows a payment by a number and an amount, spells its states in words of its own, and has its own bad
/// days. What it keeps, it keeps in memory.
/// </summary>
internal sealed class OtherBank(TimeProvider time, IRandomSource random)
{
    private readonly ConcurrentDictionary<string, BankPayment> _payments = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, JsonObject> _badDays = new(StringComparer.Ordinal);
    private int _last;

    public int BadDays => _badDays.Count;

    public BankPayment Open(string orderId, long amountWon, Uri agreedUrl, Uri quitUrl)
    {
        var payment = new BankPayment($"HB-{Interlocked.Increment(ref _last):D6}", random.NewGuid().ToString("N"), orderId, amountWon, agreedUrl, quitUrl);
        _payments[payment.Number] = payment;
        return payment;
    }

    public BankPayment? Find(string number) => _payments.GetValueOrDefault(number);

    /// <summary>The next approval of the order goes wrong in one of the ways that the demo names.</summary>
    public void AddBadDay(string orderId, JsonObject badDay) => _badDays[orderId] = badDay;

    /// <summary>Takes the money, or does whatever the day brings.</summary>
    /// <exception cref="BankSilentException">Nobody answers.</exception>
    /// <exception cref="BankSaysNoException">The bank says no.</exception>
    public async Task DebitAsync(BankPayment payment, string code, CancellationToken cancellationToken)
    {
        var badDay = _badDays.TryRemove(payment.OrderId, out var found) ? found : [];
        var kind = (string?)badDay["kind"];
        if (kind == "Slow")
            await Task.Delay(TimeSpan.FromMilliseconds((long)badDay["delayMs"]!), time, cancellationToken);
        if (kind == "TimeoutBeforeCapture")
            throw new BankSilentException();
        lock (payment)
        {
            if (payment.State != "AGREED" || payment.Code != code)
                throw new BankSaysNoException($"it is {payment.State}", isFinal: false);
            payment.State = kind == "Decline" ? "REFUSED" : "DONE";
            payment.DebitedWon = kind == "Decline" ? 0 : (long?)badDay["amountWon"] ?? payment.AmountWon;
        }
        switch (kind)
        {
            case "Decline":
                throw new BankSaysNoException("no cover", isFinal: true);
            case "AlreadyPaid":
                throw new BankSaysNoException("it is DONE", isFinal: false);
            case "TimeoutAfterCapture" or "ServerErrorAfterCapture":
                throw new BankSilentException();
        }
    }

    /// <summary>Gives money back, where what is left is what the caller believes.</summary>
    /// <exception cref="BankSaysNoException">It is not.</exception>
    public static void Credit(BankPayment payment, long amountWon, long leftWon)
    {
        lock (payment)
        {
            if (payment.DebitedWon - payment.CreditedWon != leftWon || amountWon > leftWon)
                throw new BankSaysNoException($"{payment.DebitedWon - payment.CreditedWon} won are left", isFinal: false);
            payment.CreditedWon += amountWon;
        }
    }
}

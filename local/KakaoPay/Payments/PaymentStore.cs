using System.Text.Json;
using KakaoWorkflow.Emulator.Storage;
using KakaoWorkflow.Local.KakaoPay.Api;
using Microsoft.Data.Sqlite;

namespace KakaoWorkflow.Local.KakaoPay.Payments;

/// <summary>
/// The payments on disk. A change reads, decides and writes in one transaction, so two calls never decide on the same
/// state.
/// </summary>
internal sealed class PaymentStore(LocalDatabase database, TimeProvider time)
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS kakaopay_payments (
            number INTEGER PRIMARY KEY, tid TEXT NOT NULL UNIQUE, page_key TEXT NOT NULL UNIQUE,
            order_id TEXT NOT NULL, document TEXT NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS kakaopay_payments_order ON kakaopay_payments (order_id, number);
        """;

    public Task AddAsync(Payment payment)
    {
        var document = Write(payment);
        return database.WriteAsync(write => write.Execute(
            "INSERT INTO kakaopay_payments (tid, page_key, order_id, document) VALUES ($0, $1, $2, $3)",
            payment.Tid, payment.PageKey, payment.OrderId, document));
    }

    /// <summary>Changes a payment and completes when the change is on disk.</summary>
    /// <param name="tid">The transaction.</param>
    /// <param name="change">A pure function from the payment as of the given time to its next state; what it throws
    /// changes nothing.</param>
    /// <exception cref="RefusalException">The change threw it.</exception>
    /// <exception cref="KeyNotFoundException">There is no such transaction.</exception>
    public async Task<Payment> ChangeAsync(string tid, Func<Payment, DateTimeOffset, Payment> change)
    {
        var now = time.GetUtcNow();
        Payment? changed = null;
        RefusalException? refusal = null;
        await database.WriteAsync(write =>
        {
            (changed, refusal) = (null, null);
            if (write.Scalar("SELECT document FROM kakaopay_payments WHERE tid = $0", tid) is not string document)
                return;
            var stored = Read(document);
            try
            {
                changed = change(stored.AsOf(now), now);
            }
            catch (RefusalException error)
            {
                // A write that throws would make its whole group commit again one by one.
                refusal = error;
                return;
            }
            if (changed != stored)
                write.Execute("UPDATE kakaopay_payments SET document = $1 WHERE tid = $0", tid, Write(changed));
        });
        if (refusal is not null)
            throw refusal;
        return changed ?? throw new KeyNotFoundException($"There is no payment '{tid}'.");
    }

    public Task<Payment?> FindAsync(string tid) =>
        FindAsync("SELECT document FROM kakaopay_payments WHERE tid = $key", tid);

    public Task<Payment?> FindByPageKeyAsync(string pageKey) =>
        FindAsync("SELECT document FROM kakaopay_payments WHERE page_key = $key", pageKey);

    /// <summary>Payments in the order in which they were prepared, each with its number.</summary>
    public Task<List<(long Number, Payment Payment)>> ListAsync(string? orderId, long afterNumber, int limit)
    {
        var now = time.GetUtcNow();
        return database.ReadAsync(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = """
                SELECT number, document FROM kakaopay_payments
                WHERE number > $after AND ($order IS NULL OR order_id = $order) ORDER BY number LIMIT $limit
                """;
            command.Parameters.AddWithValue("$after", afterNumber);
            command.Parameters.AddWithValue("$order", (object?)orderId ?? DBNull.Value);
            command.Parameters.AddWithValue("$limit", limit);
            using var rows = command.ExecuteReader();
            var payments = new List<(long, Payment)>();
            while (rows.Read())
                payments.Add((rows.GetInt64(0), Read(rows.GetString(1)).AsOf(now)));
            return payments;
        });
    }

    private Task<Payment?> FindAsync(string sql, string key)
    {
        var now = time.GetUtcNow();
        return database.ReadAsync(connection =>
        {
            using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // one of the two constants above
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Parameters.AddWithValue("$key", key);
            return command.ExecuteScalar() is string document ? Read(document).AsOf(now) : null;
        });
    }

    private static string Write(Payment payment) => JsonSerializer.Serialize(payment, SimulatorJson.Default.Payment);

    private static Payment Read(string document) =>
        JsonSerializer.Deserialize(document, SimulatorJson.Default.Payment)!;
}

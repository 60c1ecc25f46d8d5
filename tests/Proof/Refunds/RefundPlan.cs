using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Tests.Proof.Refunds;

/// <summary>What is asked for, one request after the other.</summary>
/// <param name="Name">The plan.</param>
/// <param name="Requests">The requests for an order of a shape.</param>
internal sealed record RefundPlan(string Name, Func<RefundShape, IEnumerable<RefundRequest>> Requests)
{
    /// <summary>Whoever plays it puts the order's own number in.</summary>
    private static readonly OrderId Any = OrderId.Parse("any");

    private static readonly RefundRequest Everything = new(Any, "kim", "the milk was sour");

    public static IReadOnlyList<RefundPlan> All { get; } =
    [
        new("all", _ => [Everything]),
        new("all, by the customer", _ => [RefundRequest.ByCustomer(Any)]),
        new("all, twice", _ => [Everything, Everything]),
        new("a part", _ => [Of(1, 1)]),
        new("a part, twice", _ => [Of(1, 1), Of(1, 1)]),
        new("a part, then all", _ => [Of(1, 1), Everything]),
        new("one by one", OneByOne),
        new("the last line first", shape => OneByOne(shape).Reverse().DistinctBy(request => request.Line)),
        new("more than is left", shape => [Of(1, 1), Of(1, shape.Lines[0].Quantity + 1), Of(shape.Lines.Count + 1, 1), Everything]),
    ];

    /// <summary>How many of each line are refunded in the end, when nobody else asks.</summary>
    public IReadOnlyList<long> RefundedOf(RefundShape shape)
    {
        var quantities = new long[shape.Lines.Count];
        foreach (var request in Requests(shape))
        {
            for (var index = 0; index < quantities.Length; index++)
            {
                var all = shape.Lines[index].Quantity;
                if (request.Line is null)
                    quantities[index] = all;
                else if (request.Line == index + 1 && request.Quantity <= all)
                    quantities[index] = Math.Max(quantities[index], request.Quantity.Value);
            }
        }
        return quantities;
    }

    public override string ToString() => Name;

    private static IEnumerable<RefundRequest> OneByOne(RefundShape shape) =>
        from line in Enumerable.Range(1, shape.Lines.Count)
        from quantity in Enumerable.Range(1, shape.Lines[line - 1].Quantity)
        select Of(line, quantity);

    private static RefundRequest Of(int line, int quantity) => Everything with { Line = line, Quantity = quantity };
}

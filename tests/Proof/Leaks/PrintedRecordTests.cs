using System.Reflection;

namespace KakaoWorkflow.Tests.Proof.Leaks;

/// <summary>Prints each record of the domain and of the functions: none shows a token, a key or another credential.</summary>
public sealed class PrintedRecordTests
{
    private static readonly Assembly[] Assemblies = [typeof(Order).Assembly, Assembly.Load("bootstrap")];

    private static readonly string[] Known =
    [
        "Order.TaskToken", "Order.PgToken", "Order.ReplacedPgTokens", "Order.ReviewToken", "ApproveRequest.PgToken", "ApproveRequest.CidSecret",
        "KakaoPayOptions.SecretKey", "AwaitApproval.TaskToken", "AwaitOperator.TaskToken",
    ];

    public static TheoryData<string> Names => [.. Records().Select(type => type.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Record_Printed_ShowsNoSecret(string name)
    {
        var record = new MarkedRecord().Make(Records().Single(type => type.ToString() == name));
        record.ToString().ShouldNotBeNull().ShouldNotContain(MarkedRecord.Mark);
        $"{record}".ShouldNotContain(MarkedRecord.Mark);
    }

    [Fact]
    public void Secrets_AreFilled()
    {
        var marked = new MarkedRecord();
        foreach (var type in Records())
            marked.Make(type);
        Known.ShouldBeSubsetOf(marked.Secrets);
    }

    private static IEnumerable<Type> Records() => Assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => MarkedRecord.IsOne(type) && !type.IsAbstract)
        .Select(type => type.IsGenericTypeDefinition ? type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(int))]) : type);
}

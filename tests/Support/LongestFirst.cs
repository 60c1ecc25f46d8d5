using Xunit.Sdk;
using Xunit.v3;

namespace KakaoWorkflow.Tests.Support;

/// <summary>Begins with the classes that take longest, so that none of them is left over when everything else is done.</summary>
/// <param name="longest">The names of their types, the longest first. All others follow, in the order of their names.</param>
public abstract class LongestFirst(params IReadOnlyList<string> longest) : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(Place).ThenBy(collection => collection.TestCollectionDisplayName, StringComparer.Ordinal)];

    private int Place<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        for (var place = 0; place < longest.Count; place++)
        {
            if (collection.TestCollectionDisplayName.Contains($".{longest[place]} ", StringComparison.Ordinal))
                return place;
        }
        return longest.Count;
    }
}

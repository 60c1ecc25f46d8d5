using KakaoWorkflow.Tests.Proof;
using KakaoWorkflow.Tests.Support.Cafes;

[assembly: AssemblyFixture(typeof(DynoxideServer))]
[assembly: TestCollectionOrderer(typeof(ProofOrder))]

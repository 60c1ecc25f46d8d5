using KakaoWorkflow.Tests.Proof;

[assembly: AssemblyFixture(typeof(DynoxideServer))]
[assembly: TestCollectionOrderer(typeof(ProofOrder))]

using KakaoWorkflow.Tests.Support.Cafes;


[assembly: AssemblyFixture(typeof(DynoxideServer))]

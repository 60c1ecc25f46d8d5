[assembly: AssemblyFixture(typeof(DynoxideServer))]

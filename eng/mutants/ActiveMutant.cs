namespace KakaoWorkflow.Mutants;

/// <summary>The switch that is compiled into an assembly with many mutants.</summary>
internal static class ActiveMutant
{
    /// <summary>The type's full name.</summary>
    public const string TypeName = "KakaoWorkflow.ActiveMutant";

    /// <summary>The field with the number of the mutant that is on; 0 is the code as it is.</summary>
    public const string FieldName = "Number";

    /// <summary>How code asks for it.</summary>
    public const string Read = $"global::{TypeName}.{FieldName}";

    /// <summary>Its source.</summary>
    public const string Source = $"namespace KakaoWorkflow {{ internal static class ActiveMutant {{ public static volatile int {FieldName}; }} }}";
}

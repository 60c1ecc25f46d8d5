using Mono.Cecil;
using Mono.Cecil.Cil;

namespace KakaoWorkflow.Tests.Proof.House;

/// <summary>The types that a compiled type names: in signatures, attributes and code. Constants and names that the compiler has put in are not seen.</summary>
internal static class References
{
    /// <summary>The project, null for the type's own, and the namespace of each.</summary>
    public static IEnumerable<(string? Project, string Namespace)> Of(TypeDefinition type)
    {
        var found = new HashSet<TypeReference>();
        Add(type);
        return found.Select(Place).Distinct();

        void Add(TypeDefinition each)
        {
            Note(each.BaseType);
            foreach (var parent in each.Interfaces)
                Note(parent.InterfaceType);
            Attributes(each.CustomAttributes);
            foreach (var parameter in each.GenericParameters)
            {
                foreach (var constraint in parameter.Constraints)
                    Note(constraint.ConstraintType);
            }
            foreach (var field in each.Fields)
            {
                Note(field.FieldType);
                Attributes(field.CustomAttributes);
            }
            foreach (var method in each.Methods)
                Method(method);
            foreach (var nested in each.NestedTypes)
                Add(nested);
        }

        void Method(MethodDefinition method)
        {
            Signature(method);
            Attributes(method.CustomAttributes);
            if (!method.HasBody)
                return;
            foreach (var variable in method.Body.Variables)
                Note(variable.VariableType);
            foreach (var handler in method.Body.ExceptionHandlers)
                Note(handler.CatchType);
            foreach (var instruction in method.Body.Instructions)
                Operand(instruction);
        }

        void Operand(Instruction instruction)
        {
            switch (instruction.Operand)
            {
                case TypeReference named:
                    Note(named);
                    break;
                case FieldReference field:
                    Note(field.DeclaringType);
                    Note(field.FieldType);
                    break;
                case MethodReference called:
                    Note(called.DeclaringType);
                    Signature(called);
                    if (called is GenericInstanceMethod generic)
                    {
                        foreach (var argument in generic.GenericArguments)
                            Note(argument);
                    }
                    break;
            }
        }

        void Signature(IMethodSignature method)
        {
            Note(method.ReturnType);
            foreach (var parameter in method.Parameters)
                Note(parameter.ParameterType);
        }

        void Attributes(IEnumerable<CustomAttribute> attributes)
        {
            foreach (var attribute in attributes)
            {
                Note(attribute.AttributeType);
                foreach (var value in attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>())
                    Note(value);
            }
        }

        void Note(TypeReference? named)
        {
            switch (named)
            {
                case null or GenericParameter:
                    return;
                case GenericInstanceType generic:
                    foreach (var argument in generic.GenericArguments)
                        Note(argument);
                    Note(generic.ElementType);
                    return;
                case TypeSpecification wrapped:
                    Note(wrapped.ElementType);
                    return;
            }
            while (named.DeclaringType is { } outer)
                named = outer;
            found.Add(named);
        }
    }

    private static (string? Project, string Namespace) Place(TypeReference type) =>
        (type.Scope is AssemblyNameReference other ? other.Name : null, type.Namespace);
}

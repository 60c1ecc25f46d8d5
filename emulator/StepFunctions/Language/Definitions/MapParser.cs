using KakaoWorkflow.Emulator.StepFunctions.Language.Paths;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Parses what only Map states have.</summary>
internal sealed class MapParser(BranchParser branches, BranchContext context, DataFlowParser dataFlow)
{
    public MapState? Parse(string name, ObjectReader reader)
    {
        var processor = ParseProcessor(reader);
        reader.AtMostOne("ItemSelector", "Parameters");
        reader.AtMostOne("MaxConcurrency", "MaxConcurrencyPath");
        var templates = new TemplateParser(reader.Diagnostics);
        var selector = templates.TakeTemplate(reader, "ItemSelector");
        var olderSelector = templates.TakeTemplate(reader, "Parameters");
        var state = new MapState(name, processor ?? new Branch("", new Dictionary<string, State>()))
        {
            Data = dataFlow.Parse(reader, DataFields.Map),
            ItemsPath = reader.TakeReference("ItemsPath") ?? JsonPath.Root,
            ItemSelector = selector ?? olderSelector,
            MaxConcurrency = reader.TakeInteger("MaxConcurrency", 0),
            MaxConcurrencyPath = reader.TakeReference("MaxConcurrencyPath"),
        };
        return processor is null ? null : state;
    }

    private Branch? ParseProcessor(ObjectReader reader)
    {
        reader.AtMostOne("ItemProcessor", "Iterator");
        if (!reader.Has("ItemProcessor") && !reader.Has("Iterator")) reader.Missing("ItemProcessor");
        var (processor, iterator) = (reader.TakeObject("ItemProcessor"), reader.TakeObject("Iterator"));
        if ((processor ?? iterator) is not { } fields) return null;
        fields.TakeText("Comment");
        if (processor is not null) CheckConfig(processor);
        var branch = branches.Parse(fields, context.Variables);
        fields.RefuseRest(processor is null ? "an iterator" : "an item processor");
        return branch;
    }

    private static void CheckConfig(ObjectReader processor)
    {
        if (processor.TakeObject("ProcessorConfig") is not { } config) return;
        switch (config.TakeText("Mode"))
        {
            case null or "INLINE":
                break;
            case "DISTRIBUTED":
                config.Diagnostics.Add(
                    DiagnosticCode.Unsupported, "Distributed maps (DISTRIBUTED) are not supported; use INLINE.",
                    config.At("Mode"));
                break;
            case var other:
                config.Diagnostics.Invalid($"'{other}' is not a mode; it must be INLINE.", config.At("Mode"));
                break;
        }

        config.RefuseRest("a processor's configuration");
    }
}

using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Parses what only Map states have.</summary>
internal sealed class MapParser(BranchParser branches, BranchContext context, QueryFields queries)
{
    public MapState? Parse(string name, ObjectReader reader)
    {
        var processor = ParseProcessor(reader);
        reader.AtMostOne("MaxConcurrency", "MaxConcurrencyPath");
        var selector = queries.TakeItemSelector(reader);
        var data = queries.TakeFlow(reader, FlowKind.Map);
        var items = queries.TakeItems(reader);
        var (fixedConcurrency, queriedConcurrency) = queries.TakeInteger(reader, "MaxConcurrency", 0);
        return processor is null ? null : new MapState(name, processor)
        {
            Data = data,
            QueriedItems = items,
            ItemSelector = selector,
            MaxConcurrency = fixedConcurrency,
            QueriedMaxConcurrency = queriedConcurrency,
        };
    }

    private Branch? ParseProcessor(ObjectReader reader)
    {
        reader.AtMostOne("ItemProcessor", "Iterator");
        if (!reader.Has("ItemProcessor") && !reader.Has("Iterator"))
            reader.Missing("ItemProcessor");
        var (processor, iterator) = (reader.TakeObject("ItemProcessor"), reader.TakeObject("Iterator"));
        if ((processor ?? iterator) is not { } fields)
            return null;
        fields.TakeText("Comment");
        if (processor is not null)
            CheckConfig(processor);
        var branch = branches.Parse(fields, context.Variables);
        fields.RefuseRest(processor is null ? "an iterator" : "an item processor");
        return branch;
    }

    private static void CheckConfig(ObjectReader processor)
    {
        if (processor.TakeObject("ProcessorConfig") is not { } config)
            return;
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

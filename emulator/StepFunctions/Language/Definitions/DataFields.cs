namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Which fields of the data flow a state's type allows, besides InputPath and OutputPath.</summary>
[Flags]
internal enum DataFields
{
    None = 0,
    Parameters = 1,
    ResultSelector = 2,
    ResultPath = 4,
    Assign = 8,
    Pass = Parameters | ResultPath | Assign,
    Map = ResultSelector | ResultPath | Assign,
    Work = Parameters | ResultSelector | ResultPath | Assign,
}

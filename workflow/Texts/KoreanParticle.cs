namespace KakaoWorkflow.Texts;

/// <summary>
/// Words with the particle that fits their last sound. Digits sound as they are read in Sino-Korean; after a Latin
/// letter both forms are written, as in <c>HOT은(는)</c>, since its sound cannot be told from its spelling.
/// </summary>
public static class KoreanParticle
{
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int FinalsPerSyllable = 28;
    private const int FinalRieul = 8;

    private enum Ending
    {
        Unknown,
        Vowel,
        Rieul,
        Consonant,
    }

    /// <summary>The topic of a sentence: 은 or 는.</summary>
    public static string Topic(string word) => word + Choose(word, "은", "는", "은(는)");

    /// <summary>The subject of a sentence: 이 or 가.</summary>
    public static string Subject(string word) => word + Choose(word, "이", "가", "이(가)");

    /// <summary>The object of a sentence: 을 or 를.</summary>
    public static string Object(string word) => word + Choose(word, "을", "를", "을(를)");

    /// <summary>A means or a direction: 으로, or 로 after a vowel and after ㄹ.</summary>
    public static string Toward(string word) =>
        word + (EndingOf(word) is Ending.Rieul ? "로" : Choose(word, "으로", "로", "(으)로"));

    private static string Choose(string word, string afterConsonant, string afterVowel, string both) =>
        EndingOf(word) switch
        {
            Ending.Vowel => afterVowel,
            Ending.Consonant or Ending.Rieul => afterConsonant,
            _ => both,
        };

    /// <remarks>Marks after the last letter or digit are not spoken: <c>라떼(대)</c> ends in 대.</remarks>
    private static Ending EndingOf(string word)
    {
        var index = word.Length - 1;
        while (index >= 0 && !char.IsLetterOrDigit(word[index]))
            index--;
        return index < 0 ? Ending.Unknown : EndingOf(word[index]);
    }

    private static Ending EndingOf(char last) => last switch
    {
        >= (char)FirstSyllable and <= (char)LastSyllable => ((last - FirstSyllable) % FinalsPerSyllable) switch
        {
            0 => Ending.Vowel,
            FinalRieul => Ending.Rieul,
            _ => Ending.Consonant,
        },
        '2' or '4' or '5' or '9' => Ending.Vowel,
        '1' or '7' or '8' => Ending.Rieul,
        '0' or '3' or '6' => Ending.Consonant,
        _ => Ending.Unknown,
    };
}

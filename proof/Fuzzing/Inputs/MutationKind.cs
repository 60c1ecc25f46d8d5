namespace KakaoWorkflow.Proof.Fuzzing.Inputs;

/// <summary>What is wrong with an input.</summary>
internal enum MutationKind
{
    /// <summary>Nothing: shows that what is refused is not refused because everything is.</summary>
    Genuine,

    /// <summary>It ends too early.</summary>
    Truncated,

    /// <summary>A few bytes or characters of it are others.</summary>
    Damaged,

    /// <summary>It is no JSON at all, or nothing.</summary>
    Garbage,

    /// <summary>A value is of another type.</summary>
    WrongType,

    /// <summary>A value is missing.</summary>
    MissingKey,

    /// <summary>There is a value that nobody asked for.</summary>
    ExtraKey,

    /// <summary>A name stands there twice.</summary>
    DuplicateKey,

    /// <summary>A value is a number that is no amount: negative, huge, 1e999, NaN.</summary>
    BadNumber,

    /// <summary>A text is hostile: markup, SQL, control characters, marks of direction.</summary>
    HostileText,

    /// <summary>A text is far too long, or the whole is.</summary>
    TooLong,

    /// <summary>It nests deeper than anybody reads.</summary>
    DeepNesting,

    /// <summary>Its bytes are no UTF-8, or a text is no Unicode.</summary>
    BrokenUnicode,

    /// <summary>It is encoded otherwise than it says.</summary>
    WrongEncoding,

    /// <summary>A value is of the right form but means something else: another order, amount, status, menu, signature.</summary>
    Misleading,

    /// <summary>The caller has not the key, or not quite.</summary>
    WrongKey,
}

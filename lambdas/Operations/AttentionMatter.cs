namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>One matter of the operator's list.</summary>
/// <param name="Kind">One of <see cref="Attention.AttentionKind"/>.</param>
/// <param name="Subject">What it is about: an order, a day or a part of the system.</param>
/// <param name="OrderId">The order; null where it is about none.</param>
/// <param name="Since">When it was first seen.</param>
/// <param name="LastLookAt">When the code last saw that it still is so.</param>
/// <param name="Detail">What is known.</param>
/// <param name="WhatToDo">What a person does about it, in Korean.</param>
internal sealed record AttentionMatter(
    string Kind, string Subject, string? OrderId, DateTimeOffset Since, DateTimeOffset LastLookAt, string Detail, string WhatToDo);

namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>What a Task state calls.</summary>
internal enum TaskIntegration
{
    /// <summary>A bare Lambda function ARN: the whole arguments are the payload, the payload is the result.</summary>
    LambdaFunction,

    /// <summary><c>lambda:invoke</c>.</summary>
    LambdaInvoke,

    /// <summary><c>sqs:sendMessage</c>.</summary>
    SqsSendMessage,

    /// <summary><c>dynamodb:getItem</c>.</summary>
    DynamoDbGetItem,

    /// <summary><c>dynamodb:putItem</c>.</summary>
    DynamoDbPutItem,

    /// <summary><c>dynamodb:updateItem</c>.</summary>
    DynamoDbUpdateItem,

    /// <summary><c>dynamodb:deleteItem</c>.</summary>
    DynamoDbDeleteItem,
}

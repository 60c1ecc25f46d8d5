using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.DynamoDb;
using KakaoWorkflow.Emulator.Lambda;

namespace KakaoWorkflow.Emulator.Hosting;

/// <summary>The one AWS endpoint: Step Functions and SQS by their target header, DynamoDB passed on, Lambda by path.</summary>
internal sealed class AwsEndpoint(AwsJsonEndpoint json, DynamoDbForwarder dynamoDb, LambdaEndpoint lambda)
{
    public void Map(WebApplication application)
    {
        application.Use((context, next) =>
        {
            var target = context.Request.Headers["X-Amz-Target"].ToString();
            if (target.Length == 0)
                return next(context);
            return DynamoDbForwarder.Serves(target) ? dynamoDb.HandleAsync(context) : json.HandleAsync(context);
        });
        application.UseRouting();
        lambda.Map(application);
        application.MapFallback(context =>
        {
            context.Response.StatusCode = 404;
            context.Response.Headers["x-amzn-ErrorType"] = "UnknownOperationException";
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("""{"message":"No AWS service that runs here serves this request."}""");
        });
    }
}

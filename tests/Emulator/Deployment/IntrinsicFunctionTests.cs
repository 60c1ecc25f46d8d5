namespace KakaoWorkflow.Tests.Emulator.Deployment;

public sealed class IntrinsicFunctionTests
{
    private const string Sections =
        """
        Parameters:
          Stage: { Type: String, Default: dev }
          Names: { Type: CommaDelimitedList, Default: "a, b,c" }
        Mappings:
          Sizes: { dev: { Count: 2 }, prod: { Count: 9 } }
        Conditions:
          IsDev: !Equals [!Ref Stage, dev]
          IsProd: !Not [!Condition IsDev]
          Both: !And [!Condition IsDev, !Condition IsProd]
          Either: !Or [!Condition IsDev, !Condition IsProd]
        """;

    [Theory]
    [InlineData("!Ref Stage", "dev")]
    [InlineData("!Ref AWS::Region", "ap-northeast-2")]
    [InlineData("!Ref AWS::AccountId", "000000000000")]
    [InlineData("!Ref AWS::StackName", "stack")]
    [InlineData("!Ref AWS::Partition", "aws")]
    [InlineData("!Ref AWS::URLSuffix", "amazonaws.com")]
    [InlineData("!Ref Other", "http://127.0.0.1/000000000000/other")]
    [InlineData("!GetAtt Other.Arn", "arn:aws:sqs:ap-northeast-2:000000000000:other")]
    [InlineData("{ 'Fn::GetAtt': [Other, QueueName] }", "other")]
    [InlineData("!Sub 'x-${Stage}-${Other.QueueName}-${AWS::Region}'", "x-dev-other-ap-northeast-2")]
    [InlineData("!Sub 'keep ${!Literal} and $5'", "keep ${Literal} and $5")]
    [InlineData("!Sub ['${Own}/${Stage}', { Own: !Ref AWS::Region }]", "ap-northeast-2/dev")]
    [InlineData("!Join ['-', [a, !Ref Stage, c]]", "a-dev-c")]
    [InlineData("!Join ['+', !Ref Names]", "a+b+c")]
    [InlineData("!Select [1, !Ref Names]", "b")]
    [InlineData("!Select ['2', !Split ['.', 'x.y.z']]", "z")]
    [InlineData("!FindInMap [Sizes, !Ref Stage, Count]", "2")]
    [InlineData("!If [IsDev, yes-it-is, no]", "yes-it-is")]
    [InlineData("!If [IsProd, yes, no-it-is-not]", "no-it-is-not")]
    [InlineData("!If [Both, both, not-both]", "not-both")]
    [InlineData("!If [Either, one-of-them, none]", "one-of-them")]
    [InlineData("{ 'Fn::If': [IsProd, {'Fn::Sub': '${Stage}'}, {Ref: Stage}] }", "dev")]
    public void Function_Evaluated_GivesTheValue(string value, string expected) =>
        TemplateText.Evaluate(value, Sections).ShouldBe(expected);

    [Fact]
    public void Parameter_Given_ReplacesItsDefault() =>
        TemplateText.Evaluate(
                "!If [IsProd, !FindInMap [Sizes, !Ref Stage, Count], none]",
                Sections,
                new StackSettings { Parameters = new Dictionary<string, string> { ["Stage"] = "prod" } })
            .ShouldBe("9");

    [Theory]
    [InlineData("!Ref Nothing", "Fn", "'Nothing' is neither a parameter nor a resource")]
    [InlineData("!GetAtt Other.Color", "Fn::GetAtt", "no attribute 'Color'")]
    [InlineData("!GetAtt Nothing.Arn", "Fn::GetAtt", "'Nothing'")]
    [InlineData("!Sub '${Nothing}'", "Fn::Sub", "'Nothing'")]
    [InlineData("!Sub '${Open'", "Fn::Sub", "no }")]
    [InlineData("!Sub ['${A}', wrong]", "Fn::Sub[1]", "mapping")]
    [InlineData("!Join [a]", "Fn::Join", "a list of 2")]
    [InlineData("!Join ['-', text]", "Fn::Join[1]", "a list")]
    [InlineData("!Select [3, !Ref Names]", "Fn::Select[0]", "below 3")]
    [InlineData("!Select [-1, !Ref Names]", "Fn::Select[0]", "below 3")]
    [InlineData("!FindInMap [Sizes, test, Count]", "Fn::FindInMap[1]", "no 'test'")]
    [InlineData("!If [Unknown, a, b]", "Fn::If", "no condition 'Unknown'")]
    [InlineData("{ 'Fn::ImportValue': x }", "Fn::ImportValue", "not supported")]
    public void Function_Wrong_IsRefusedWithItsPath(string value, string function, string problem)
    {
        var error = Should.Throw<TemplateException>(() => TemplateText.Evaluate(value, Sections));
        error.Path.ShouldStartWith("Resources.Machine.Properties.DefinitionSubstitutions.Value.");
        error.Path.ShouldEndWith(function == "Fn" ? ".Ref" : function);
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void Tag_Unknown_IsRefused()
    {
        var error = Should.Throw<TemplateException>(() => TemplateText.Evaluate("!Base64 text", Sections));
        error.Message.ShouldContain("!Base64");
    }

    [Fact]
    public void NoValue_TakesThePropertyAway() =>
        TemplateText.Function("FunctionName: !If [No, given, !Ref AWS::NoValue]\nMemorySize: !If [No, 512, !Ref AWS::NoValue]", sections: "Conditions:\n  No: !Equals [a, b]")
            .Functions.Single().MemoryMegabytes.ShouldBe(128);

    [Fact]
    public void Condition_ThatRefersToItself_IsRefused()
    {
        const string Circle = "Conditions:\n  A: !Not [!Condition B]\n  B: !Not [!Condition A]";
        var error = Should.Throw<TemplateException>(() => TemplateText.Evaluate("!If [A, x, y]", Circle));
        error.Message.ShouldContain("refers to itself");
    }

    [Fact]
    public void Condition_False_LeavesTheResourceOut()
    {
        const string Resources =
            """
              Kept: { Type: AWS::SQS::Queue }
              Dropped: { Type: AWS::SQS::Queue, Condition: No }
            """;
        TemplateText.Read(Resources, "Conditions:\n  No: !Equals [a, b]").Queues.Select(queue => queue.LogicalId).ShouldBe(["Kept"]);
    }

    [Theory]
    [InlineData("{ Type: String }", null, "no default")]
    [InlineData("{ Type: Number, Default: few }", null, "not a number")]
    [InlineData("{ Type: Number, Default: 5, MaxValue: 4 }", null, "MaxValue")]
    [InlineData("{ Type: String, AllowedValues: [a, b] }", "c", "AllowedValues")]
    [InlineData("{ Type: String, AllowedPattern: '[a-z]+' }", "abc1", "AllowedPattern")]
    [InlineData("{ Type: String, MaxLength: 3 }", "abcd", "MaxLength")]
    [InlineData("{ Type: 'AWS::EC2::VPC::Id', Default: x }", null, "not supported")]
    [InlineData("{ Type: String, Colour: x, Default: x }", null, "not known")]
    public void Parameter_Wrong_IsRefusedWithItsPath(string declaration, string? given, string problem)
    {
        var parameters = given is null ? [] : new Dictionary<string, string> { ["P"] = given };
        var error = Should.Throw<TemplateException>(() =>
            TemplateText.Evaluate("x", $"Parameters:\n  P: {declaration}", new StackSettings { Parameters = parameters }));
        error.Path.ShouldStartWith("Parameters.P");
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void Parameter_ThatTheTemplateLacks_IsRefused()
    {
        var settings = new StackSettings { Parameters = new Dictionary<string, string> { ["Typo"] = "x" } };
        Should.Throw<TemplateException>(() => TemplateText.Evaluate("x", "", settings)).Path.ShouldBe("Parameters.Typo");
    }
}

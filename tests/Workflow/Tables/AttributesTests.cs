using Amazon.DynamoDBv2.Model;

namespace KakaoWorkflow.Tests.Workflow.Tables;

public sealed class AttributesTests
{
    private static readonly Dictionary<string, AttributeValue> Item = new()
    {
        ["text"] = Attributes.Text("아메리카노"),
        ["number"] = Attributes.Number(long.MinValue),
        ["fraction"] = new AttributeValue { N = "1.5" },
        ["huge"] = new AttributeValue { N = "9223372036854775808" },
    };

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        Item.Text("text").ShouldBe("아메리카노");
        Item.Number("number").ShouldBe(long.MinValue);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("number")]
    public void Text_MissingOrOfAnotherType_IsRefusedByName(string name)
    {
        Should.Throw<MalformedItemException>(() => Item.Text(name)).Attribute.ShouldBe(name);
        Item.OptionalText(name).ShouldBeNull();
    }

    [Theory]
    [InlineData("none")]
    [InlineData("text")]
    public void Number_MissingOrOfAnotherType_IsRefusedByName(string name)
    {
        Should.Throw<MalformedItemException>(() => Item.Number(name)).Attribute.ShouldBe(name);
        Item.OptionalNumber(name).ShouldBeNull();
    }

    [Theory]
    [InlineData("fraction")]
    [InlineData("huge")]
    public void Number_NotALong_IsRefusedEvenWhereItIsOptional(string name) =>
        Should.Throw<MalformedItemException>(() => Item.OptionalNumber(name)).Attribute.ShouldBe(name);
}

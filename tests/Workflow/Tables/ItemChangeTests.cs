namespace KakaoWorkflow.Tests.Workflow.Tables;

public sealed class ItemChangeTests
{
    private static ItemChange Change => new(ItemKey.Order("0314-AAAAAAAA"));

    [Fact]
    public void Update_NamesWhatItUses_AndNothingElse()
    {
        var update = Change
            .Set("status", Attributes.Text("PAID"))
            .Set("aid", null)
            .SetOnce("endedDay", Attributes.Text("day"))
            .Add("heldPoints", -3)
            .Append("moves", Attributes.Texts(["a"]))
            .Remove("taskToken", "pgToken")
            .ToUpdate("table");

        update.UpdateExpression.ShouldBe(
            "SET #status = :status, #endedDay = if_not_exists(#endedDay, :endedDay), #heldPoints = #heldPoints + :heldPoints, "
            + "#moves = list_append(if_not_exists(#moves, :none), :moves) REMOVE #taskToken, #pgToken");
        update.ConditionExpression.ShouldBeNull();
        update.ExpressionAttributeNames.Keys.ShouldBe(["#status", "#endedDay", "#heldPoints", "#moves", "#taskToken", "#pgToken"], ignoreOrder: true);
        update.ExpressionAttributeNames["#status"].ShouldBe("status");
        update.ExpressionAttributeValues.Keys.ShouldBe([":status", ":endedDay", ":heldPoints", ":none", ":moves"], ignoreOrder: true);
        update.Key["SK"].S.ShouldBe("ORDER");
    }

    [Fact]
    public void Set_AfterRemove_Holds() => Change.Remove("openStatus").Set("openStatus", Attributes.Text("MARK")).ToUpdate("table")
        .UpdateExpression.ShouldBe("SET #openStatus = :openStatus");

    [Fact]
    public void Conditions_MustAllHold()
    {
        var check = Change
            .If("tid", Attributes.Text("T1"))
            .If("cid", null)
            .IfNot("settledAs", Attributes.Text("refunded"))
            .IfMissingOr("preparation", Attributes.Text("TO_MAKE"))
            .IfOneOf("status", [Attributes.Text("PAID"), Attributes.Text("REVIEW")])
            .IfAtMost("statusSince", Attributes.Text("now"))
            .IfAtLeast("heldPoints", Attributes.Number(3))
            .IfCount("moves", 2)
            .IfCount("deeds", 0)
            .IfAny("openStatus", "reviewToken")
            .IfExists()
            .IfNew()
            .ToCheck("table").ConditionCheck;

        check.ConditionExpression.ShouldBe(
            "#tid = :if0 AND attribute_not_exists(#cid) AND (attribute_not_exists(#settledAs) OR #settledAs <> :if1) AND "
            + "(attribute_not_exists(#preparation) OR #preparation = :if2) AND #status IN (:if3, :if4) AND #statusSince <= :if5 AND "
            + "#heldPoints >= :if6 AND size(#moves) = :if7 AND attribute_not_exists(#deeds) AND "
            + "(attribute_exists(#openStatus) OR attribute_exists(#reviewToken)) AND attribute_exists(PK) AND attribute_not_exists(PK)");
        check.ExpressionAttributeValues.Count.ShouldBe(8);
    }

    [Fact]
    public void ExistenceAlone_NeedsNeitherNamesNorValues()
    {
        var put = Change.IfNew().ToPut("table", ItemKey.Order("0314-AAAAAAAA").ToAttributes());
        put.ConditionExpression.ShouldBe("attribute_not_exists(PK)");
        put.ExpressionAttributeNames.ShouldBeNull();
        put.ExpressionAttributeValues.ShouldBeNull();
        ItemChange.Create("table", []).Put.ConditionExpression.ShouldBe(put.ConditionExpression);
    }
}

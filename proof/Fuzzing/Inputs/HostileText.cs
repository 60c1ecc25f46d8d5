namespace KakaoWorkflow.Proof.Fuzzing.Inputs;

/// <summary>Texts that have broken programs before.</summary>
internal static class HostileText
{
    private static readonly string[] Short =
    [
        "", " ", "\t\r\n", "\0", "a\0b", "\u0001\u001b[31m", "\u007f\u0085\u2028\u2029", "null", "undefined", "true", "[object Object]",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</p></html>", "javascript:alert(1)", "&lt;b&gt;", "<!--", "]]>",
        "'; DROP TABLE orders; --", "1' OR '1'='1", "\") OR attribute_exists(PK)", "#status", ":status", "ORDER#1", "$ne", "{\"$gt\":\"\"}",
        "${jndi:ldap://127.0.0.1/a}", "{{7*7}}", "#{7*7}", "%s%s%s%n", "%00", "%c0%ae%c0%ae/", "../../../../etc/passwd", "..\\..\\", "C:\\con",
        "\u202Eอาเมริกาโน\u202C", "\u2067아메리카노\u2069", "아\u200B메\u200D리\uFEFF카노", "아\u0301\u0301\u0301\u0301메", "ｆｕｌｌ　ｗｉｄｔｈ", "İıſK", "😀👩‍👩‍👧‍👦",
        "\uFFFE\uFFFF", "\uFFFD", "NaN", "Infinity", "-Infinity", "1e999", "0x10", "1,000", "١٢٣", "１２", "Ⅷ", "½",
        "하나 둘", "구천구백구십구만구천구백구십구", "만만만", "영", "억조경해", "열열열", "다", "전부", "0.9999999999999999999999999999999", "-0",
        "21", "20", "2147483648", "9223372036854775808", "79228162514264337593543950336", "{\"amount\":1e400}", "{\"amount\":[]}", "{\"amount\":\"\\ud800\"}",
        "010-1234-567", "+82 10 0000 0000 0", "02-555-0123", "0100000000000000", "010-0000-0000 010-1111-1111", "tel:01012345678",
        "http://evil.example/", "//evil.example/", "https://user:pw@evil.example\\@127.0.0.1/", "data:text/html,x", "\r\nSet-Cookie: a=b", "\r\nlocation: //evil.example",
        "2026-13-45", "0001-01-01", "9999-12-31", "0001-01-01T00:00:00", "9999-12-31T23:59:59", "PAID", "READY", "SUCCESS_PAYMENT", "CANCEL_PAYMENT",
        "OrderPaid", "approved", "withdrawn", "refund", "AWAITING_PAYMENT|2026-01-01T00:00:00.000Z|0101-AAAAAAAA", "a|b|c", "||",
    ];

    private static readonly string[] Units = ["A", "가", "9", "0", " ", "<", "\\", "\"", "\u202E", "\u200B", "😀", "010-1234-5678 ", "만", "(", "-", "\0"];

    /// <summary>A text of a few characters.</summary>
    public static string Pick(FuzzRandom random) => random.Chance(100)
        ? string.Concat(Enumerable.Range(0, 1 + random.Below(4)).Select(_ => random.Pick(Short)))
        : random.Pick(Short);

    /// <summary>A text that repeats a few characters up to a length: at most 64 KB, and 1 MB in one of a hundred.</summary>
    public static string Long(FuzzRandom random)
    {
        var unit = random.Pick(Units);
        int[] lengths = random.Chance(10) ? [1 << 20] : [33, 71, 81, 100, 101, 256, 1_000, 1_001, 2_049, 5_000, 65_536];
        var length = random.Pick(lengths);
        return string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1));
    }
}

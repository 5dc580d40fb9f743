package haicap.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PersonalNumbersTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "người này có số 001099012345",
                "012345678.",
                "số 001 099 012345",
                "CCCD: 001099",
                "cmnd số 0123456",
                "Căn cước số 123456",
                "hộ chiếu B1234567"
            })
    void anIdentityNumberIsSuspected(String text) {
        assertThat(codes(text)).contains("identity-number-suspected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gọi 0912345678",
                "0912 345 678",
                "091.234.5678",
                "+84 912 345 678",
                "024 3825 1234",
                "(0912-345-678)"
            })
    void aTelephoneNumberIsSuspected(String text) {
        assertThat(codes(text)).contains("telephone-number-suspected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mất trộm xe máy tại chợ",
                "lúc 21:30 ngày 01-01-2026, thiệt hại 1.500.000 đồng",
                "Quyết định 1656/NQ-UBTVQH15 ngày 2025-06-16",
                "biển số 29-H1 234.56",
                "2026-01-02T03:04:05.123456789Z",
                "ba phòng, 12 người",
                "pc06-20250101",
                "chuyển từ 09955-20250701 sang pc01-20250101"
            })
    void whatIsNoneIsLeftAlone(String text) {
        assertThat(codes(text)).isEmpty();
    }

    @Test
    void theFieldIsNamedAndTheDigitsAreNot() {
        var body =
                JSON.createParser(
                        "{\"findings\": [{\"text\": \"0912345678\"}], \"postId\": \"012345678\"}");

        var found = PersonalNumbers.in(body);

        assertThat(found)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.pointer()).isEqualTo("/findings/0/text");
                    assertThat(each.toString()).doesNotContain("0912345678");
                });
    }

    @Test
    void ofARowTheColumnIsNamedAndOwnNumbersAreLeftAlone() {
        var found =
                PersonalNumbers.in(
                        Map.of(
                                "unit_id", "001099012345",
                                "id", "001099012345",
                                "service_number", "012345678",
                                "received_at", "2025-09-01",
                                "register_number", "12/2025",
                                "summary", " 0912345678 "));

        assertThat(found)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.pointer()).isEqualTo("summary");
                    assertThat(each.code()).isEqualTo("telephone-number-suspected");
                    assertThat(each.toString()).doesNotContain("0912345678");
                });
    }

    private static List<String> codes(String text) {
        return PersonalNumbers.in(
                        JSON.createParser(JSON.createObjectNode().put("note", text).toString()))
                .stream()
                .map(fault -> fault.code())
                .toList();
    }
}

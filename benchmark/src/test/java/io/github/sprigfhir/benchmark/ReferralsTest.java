package io.github.sprigfhir.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each referral must be a valid one about someone new, or the load would measure something else. */
class ReferralsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode example = JSON.readTree(new File("../profiles/generated/Bundle-example-gp-referral.json"));
    private final Referrals referrals = new Referrals(example, "run", new NhsNumbers(107));

    ReferralsTest() throws IOException {}

    private static List<String> nhsNumbers(int count) {
        var numbers = new NhsNumbers(0);
        return IntStream.range(0, count).mapToObj(index -> numbers.next()).toList();
    }

    @Test
    void everyNhsNumberIsValidAndBelongsToNobody() {
        assertThat(nhsNumbers(10_000)).allSatisfy(number -> {
            assertThat(number).matches("999\\d{7}");
            assertThat(NhsNumbers.checkDigit(number.substring(0, 9))).isEqualTo(number.charAt(9) - '0');
        });
    }

    @Test
    void theCheckDigitIsThatOfThePublishedExample() {
        assertThat(NhsNumbers.checkDigit("999000010")).isEqualTo(7);
    }

    @Test
    void noNhsNumberComesTwice() {
        assertThat(new HashSet<>(nhsNumbers(10_000))).hasSize(10_000);
    }

    @Test
    void aReferralIsTheExampleButForThePersonAndTheIdentifiers() throws IOException {
        var referral = JSON.readTree(referrals.next().body());

        assertThat(referral.path("entry")).hasSameSizeAs(example.path("entry"));
        for (var index = 0; index < example.path("entry").size(); index++) {
            var made = referral.path("entry").path(index);
            assertThat(made.path("fullUrl"))
                    .isEqualTo(example.path("entry").path(index).path("fullUrl"));
            assertThat(made.path("request").path("ifNoneExist"))
                    .isNotEqualTo(
                            example.path("entry").path(index).path("request").path("ifNoneExist"));
        }
        assertThat(referral.path("entry").path(0).path("resource").path("generalPractitioner"))
                .isEqualTo(example.path("entry").path(0).path("resource").path("generalPractitioner"));
    }

    @Test
    void theTokensAreThoseInTheBody() throws IOException {
        var referral = referrals.next();

        for (var entry : JSON.readTree(referral.body()).path("entry")) {
            var resource = entry.path("resource");
            var identifier = resource.path("identifier").path(0);
            assertThat(referral.tokens().get(resource.path("resourceType").asText()))
                    .isEqualTo(identifier.path("system").asText() + "|"
                            + identifier.path("value").asText());
            assertThat(entry.path("request").path("ifNoneExist").asText())
                    .endsWith("|" + identifier.path("value").asText());
        }
    }

    @Test
    void noTwoReferralsShareAnIdentifier() {
        var tokens = new HashSet<String>();
        for (var count = 0; count < 200; count++) {
            assertThat(referrals.next().tokens().values())
                    .allSatisfy(token -> assertThat(tokens.add(token)).isTrue());
        }
    }
}

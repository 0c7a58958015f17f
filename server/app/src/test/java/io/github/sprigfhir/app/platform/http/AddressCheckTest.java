package io.github.sprigfhir.app.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Whoever wants what is not given is told what is. */
class AddressCheckTest {

    private static final String REPORT = "/fhir/Measure/pathway/$evaluate-measure";

    @Test
    void aRefusedFormatIsToldWhatTheAddressGives() {
        assertThat(refused("/fhir/Patient", "text/csv")).isEqualTo("This server answers in JSON or XML.");
        assertThat(refused(REPORT, "text/turtle"))
                .isEqualTo("A report is given in JSON or XML, as a table (text/csv) or as a page (text/html).");
    }

    @Test
    void whatIsToldIsGiven() {
        for (var format : new String[] {"application/fhir+json", "application/fhir+xml", "text/csv", "text/html"}) {
            assertThatCode(() -> AddressCheck.check(asking(REPORT, format))).doesNotThrowAnyException();
        }
    }

    private static String refused(String address, String format) {
        var refused = catchThrowableOfType(() -> AddressCheck.check(asking(address, format)), RequestRefused.class);
        assertThat(refused.status()).isEqualTo(406);
        return refused.problem().text();
    }

    private static MockHttpServletRequest asking(String address, String format) {
        var request = new MockHttpServletRequest("GET", address);
        request.addHeader("Accept", format);
        return request;
    }
}

package io.github.sprigfhir.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedAddressesTest {

    private static final AllowedAddresses LISTED = AllowedAddresses.of(
            List.of("https://gp.example/fhir", "https://app.example:8443", "http://localhost:9000/in/"));

    @Test
    void anEmptyListLetsNothingThrough() {
        assertThat(AllowedAddresses.of(List.of()).judge("https://gp.example/fhir"))
                .isInstanceOf(AddressVerdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gp.example/fhir",
                "https://gp.example/fhir/",
                "https://gp.example/fhir/in/7f3a",
                "https://gp.example:443/fhir",
                "HTTPS://GP.example/fhir",
                "https://gp.example/fhir?key=a%2Fb",
                "https://app.example:8443",
                "https://app.example:8443/anything",
                "http://localhost:9000/in/x"
            })
    void whatIsListedAndWhatIsBelowItIsLetThrough(String address) {
        assertThat(LISTED.judge(address)).isInstanceOf(AddressVerdict.Allowed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gp.example.evil.com/fhir",
                "https://evil-gp.example/fhir",
                "https://www.gp.example/fhir",
                "https://gp.exampl/fhir"
            })
    void theHostIsComparedWhole(String address) {
        refusedAs(FeedbackRule.ADDRESS_NOT_ALLOWED, address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gp.example:8443/fhir",
                "https://app.example/",
                "http://localhost/in/x",
                "https://localhost:9000/in/x",
                "http://127.0.0.1:9000/in/x"
            })
    void schemeAndPortAreComparedToo(String address) {
        refusedAs(FeedbackRule.ADDRESS_NOT_ALLOWED, address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gp.example/fhir-2",
                "https://gp.example/FHIR",
                "https://gp.example/",
                "https://gp.example",
                "http://localhost:9000/in"
            })
    void aPathIsComparedByWholeSegments(String address) {
        refusedAs(FeedbackRule.ADDRESS_NOT_ALLOWED, address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gp.example@evil.com/fhir",
                "https://gp.example:443@evil.com/fhir",
                "https://user:word@gp.example/fhir",
                "https://gp.example\\@evil.com/fhir",
                "https://gp.example#@evil.com/fhir"
            })
    void userInformationIsNotUnderstood(String address) {
        refusedAs(FeedbackRule.ADDRESS, address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gp.example/fhir/../admin",
                "https://gp.example/fhir/./x",
                "https://gp.example/fhir/..",
                "https://gp.example/fhir/%2e%2e/admin",
                "https://gp.example/fhir%2f..",
                "https://gp.example/fhir\\..\\admin",
                "https://gp.example/fhir#x",
                "https://gp.example/fhir x",
                "https://gp.example/fhir\nHost: evil.com",
                " https://gp.example/fhir",
                "https:///fhir",
                "https://gp..example/fhir",
                "https://.gp.example/fhir",
                "https://gp.example./fhir",
                "https://[::1]/fhir",
                "https://2130706433/fhir",
                "https://127.1/fhir",
                "https://0x7f.0.0.1/fhir",
                "https://256.1.1.1/fhir",
                "https://gp-.example/fhir",
                "https://gp.example:0/fhir",
                "https://gp.example:65536/fhir",
                "https://gp.example:/fhir",
                "https://gp.\u00e9xample/fhir",
                "gp.example/fhir",
                "ftp://gp.example/fhir",
                "file:///etc/passwd",
                "mailto:someone@gp.example",
                ""
            })
    void whatReadersOfAddressesMayReadDifferentlyIsNotUnderstood(String address) {
        refusedAs(FeedbackRule.ADDRESS, address);
    }

    @Test
    void anAddressTooLongToBeOneIsNotUnderstood() {
        var longest = "https://gp.example/fhir/" + "a".repeat(976);
        assertThat(LISTED.judge(longest)).isInstanceOf(AddressVerdict.Allowed.class);
        refusedAs(FeedbackRule.ADDRESS, longest + "a");
    }

    @Test
    void whatIsNotEncryptedIsLetThroughOnThisMachineOnly() {
        var careless = AllowedAddresses.of(List.of("http://gp.example/fhir", "http://127.0.0.1:9000"));
        assertThat(careless.judge("http://gp.example/fhir"))
                .isInstanceOfSatisfying(AddressVerdict.Refused.class, refused -> assertThat(refused.text())
                        .contains("not encrypted"));
        assertThat(careless.judge("http://127.0.0.1:9000/in")).isInstanceOf(AddressVerdict.Allowed.class);
    }

    @Test
    void theLastPortIsAPort() {
        assertThat(AllowedAddresses.of(List.of("https://gp.example:65535")).judge("https://gp.example:65535/x"))
                .isInstanceOf(AddressVerdict.Allowed.class);
        assertThat(AllowedAddresses.of(List.of("https://gp.example:1")).judge("https://gp.example:1/x"))
                .isInstanceOf(AddressVerdict.Allowed.class);
        assertThat(AllowedAddresses.of(List.of("http://localhost")).judge("http://localhost:80/x"))
                .isInstanceOf(AddressVerdict.Allowed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gp.example", "https://*.example/", "https://gp.example/%2e", ""})
    void aListThatCannotBeReadIsNotUsed(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowedAddresses.of(List.of("https://gp.example", prefix)))
                .withMessageContaining("sprig.feedback.allowed-addresses");
    }

    private static void refusedAs(FeedbackRule rule, String address) {
        assertThat(LISTED.judge(address)).isInstanceOfSatisfying(AddressVerdict.Refused.class, refused -> {
            assertThat(refused.rule()).isEqualTo(rule);
            assertThat(refused.text()).isNotBlank();
            assertThat(refused.remedy()).isNotBlank();
        });
    }
}

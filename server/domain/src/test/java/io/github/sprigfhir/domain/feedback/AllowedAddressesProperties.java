package io.github.sprigfhir.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.WebAddress;
import java.net.URI;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must be true of every address, whatever a subscriber writes. */
class AllowedAddressesProperties {

    private static final AllowedAddresses LISTED = AllowedAddresses.of(List.of("https://gp.example/fhir"));

    @Property
    void nothingThatIsSentCausesAnException(@ForAll String address) {
        assertThat(LISTED.judge(address)).isNotNull();
    }

    /** The library that sends reads addresses with {@link URI}; it must find the host that we compared. */
    @Property(tries = 5_000)
    void whatIsLetThroughLeadsToTheListedHost(@ForAll("nearMisses") String address) {
        if (LISTED.judge(address) instanceof AddressVerdict.Allowed) {
            var read = URI.create(address);
            assertThat(read.getHost()).isEqualToIgnoringCase("gp.example");
            assertThat(read.getScheme()).isEqualToIgnoringCase("https");
            assertThat(read.getRawUserInfo()).isNull();
            assertThat(read.getPort()).isIn(-1, 443);
            assertThat(read.normalize().getPath()).matches("/fhir(/.*)?");
        }
    }

    @Property(tries = 5_000)
    void theSenderFindsTheHostThatWeFind(@ForAll("hosts") String host) {
        WebAddress.parse("https://" + host + "/in").ifPresent(parsed -> assertThat(
                        URI.create("https://" + host + "/in").getHost())
                .isEqualTo(parsed.host()));
    }

    @Property
    void aLongerListNeverLetsLessThrough(@ForAll("nearMisses") String address) {
        if (LISTED.judge(address) instanceof AddressVerdict.Allowed) {
            assertThat(AllowedAddresses.of(List.of("https://app.example", "https://gp.example/fhir"))
                            .judge(address))
                    .isInstanceOf(AddressVerdict.Allowed.class);
        }
    }

    @Provide
    Arbitrary<String> nearMisses() {
        Arbitrary<String> pieces = Arbitraries.of(
                "https://",
                "http://",
                "gp.example",
                "/fhir",
                "/",
                ":",
                "443",
                "@",
                ".",
                "..",
                "evil.com",
                "?",
                "#",
                "%2e",
                "\\",
                "//",
                "[",
                "]",
                "GP.EXAMPLE",
                "-",
                ";",
                " ",
                "\t",
                "x");
        return pieces.list().ofMaxSize(5).map(tail -> "https://gp.example" + String.join("", tail));
    }

    @Provide
    Arbitrary<String> hosts() {
        return Arbitraries.of("a", "gp", "1", "0", "127", "255", "256", "01", ".", "-", "x9", "9x", "example")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces));
    }
}

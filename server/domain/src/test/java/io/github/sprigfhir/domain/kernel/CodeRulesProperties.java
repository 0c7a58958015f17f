package io.github.sprigfhir.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What must be true of every identifier and coding, whatever is sent. */
class CodeRulesProperties {

    @Property
    void nothingThatIsSentCausesAnException(@ForAll("systems") String system, @ForAll("values") String value) {
        assertThat(CodeRules.decide(system, value)).isNotNull();
    }

    @Property
    void whatIsStoredWouldBeAcceptedAsItStands(@ForAll("systems") String system, @ForAll("values") String value) {
        if (CodeRules.decide(system, value) instanceof Verdict.Normalised stored) {
            assertThat(CodeRules.decide(stored.system(), stored.value())).isInstanceOf(Verdict.Accepted.class);
        }
    }

    @Property
    void howTheSystemIsWrittenNeverChangesWhetherAValueIsRefused(
            @ForAll RegisteredSystem system, @ForAll("forms") Form form, @ForAll("values") String value) {
        Verdict plain = CodeRules.decide(system.uri(), value);
        Verdict other = CodeRules.decide(form.of(system.uri()), value);
        assertThat(reasonOf(other)).isEqualTo(reasonOf(plain));
    }

    @Property
    void everyFormOfARegisteredSystemIsStoredInARegisteredForm(
            @ForAll RegisteredSystem system, @ForAll("forms") Form form) {
        String sent = form.of(system.uri());
        if (CodeRules.decide(sent, null) instanceof Verdict.Normalised stored) {
            assertThat(stored.system()).isEqualTo(system.uri());
        } else {
            assertThat(sent).isEqualTo(system.uri());
        }
    }

    @Property
    void noMessageRepeatsAnNhsNumber(@ForAll RegisteredSystem system, @ForAll("nhsNumbers") String number) {
        assertThat(said(CodeRules.decide(system.uri(), number))).doesNotContain(number);
        assertThat(said(CodeRules.decide(system.uri(), " " + number + "x"))).doesNotContain(number);
    }

    @Property
    void noRefusalOfAnNhsNumberRepeatsIt(@ForAll("tenDigits") String digits) {
        assertThat(said(CodeRules.decide(RegisteredSystem.NHS_NUMBER.uri(), digits)))
                .doesNotContain(digits)
                .doesNotContain(digits.substring(0, 9))
                .doesNotContain(digits.substring(1));
    }

    @Property
    void anNhsNumberThatHoldsHasANoughtRemainder(@ForAll("tenDigits") String digits) {
        boolean sound = CheckDigits.modulus11Remainder(digits) == 0 && !digits.equals("0000000000");
        assertThat(Outcomes.holds(NhsNumber.parse(digits))).isEqualTo(sound);
    }

    @Property
    void aNumberThatHoldsNeverPrintsItself(@ForAll("nhsNumbers") String number) {
        assertThat(Outcomes.valid(NhsNumber.parse(number)).toString()).doesNotContain(number.substring(0, 8));
    }

    /** A way of writing a system that senders are known to use. */
    record Form(boolean secure, boolean lower, boolean slash) {
        String of(String uri) {
            String path = uri.substring(uri.indexOf("://"));
            String cased = lower ? path.toLowerCase(java.util.Locale.ROOT) : path;
            return (secure ? "https" : "http") + cased + (slash ? "/" : "");
        }
    }

    @Provide
    Arbitrary<Form> forms() {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        return Combinators.combine(either, either, either).as(Form::new);
    }

    @Provide
    Arbitrary<String> systems() {
        Arbitrary<String> known = Combinators.combine(Arbitraries.of(RegisteredSystem.values()), forms())
                .as((system, form) -> form.of(system.uri()));
        return Arbitraries.oneOf(known, Arbitraries.strings().ofMaxLength(60));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings().numeric().ofMinLength(5).ofMaxLength(19),
                nhsNumbers(),
                nhsNumbers().map(n -> n.substring(0, 3) + " " + n.substring(3, 6) + " " + n.substring(6)),
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .numeric()
                        .ofMinLength(2)
                        .ofMaxLength(11),
                Arbitraries.of(
                        "871731000000106", "44261-6", "LA6568-5", "trace-required", "number-present-and-verified"));
    }

    @Provide
    Arbitrary<String> tenDigits() {
        return Arbitraries.strings().numeric().ofLength(10);
    }

    @Provide
    Arbitrary<String> nhsNumbers() {
        return Arbitraries.integers()
                .between(1, 999_999_999)
                .map(CodeRulesProperties::withCheckDigit)
                .filter(n -> !n.isEmpty());
    }

    private static String withCheckDigit(int nine) {
        String body = String.format(java.util.Locale.ROOT, "%09d", nine);
        int check = (11 - CheckDigits.modulus11Remainder(body + "0")) % 11;
        return check == 10 ? "" : body + check;
    }

    private static @Nullable Rule reasonOf(Verdict verdict) {
        return verdict instanceof Verdict.Refused refused ? refused.refusal().reason() : null;
    }

    private static String said(Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            return refused.refusal().text() + " " + refused.refusal().remedy();
        }
        return verdict instanceof Verdict.Normalised normalised ? normalised.note() : "";
    }
}

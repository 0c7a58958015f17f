package io.github.sprigfhir.domain.directory;

import static io.github.sprigfhir.domain.directory.AssuranceLevel.COMPLEX_NEEDS;
import static io.github.sprigfhir.domain.directory.AssuranceLevel.LOW_RISK;
import static io.github.sprigfhir.domain.directory.AssuranceLevel.SOME_SUPPORT;
import static io.github.sprigfhir.domain.directory.AssuranceMeasure.FINANCIAL;
import static io.github.sprigfhir.domain.directory.AssuranceMeasure.FIRST_AID;
import static io.github.sprigfhir.domain.directory.AssuranceMeasure.INSURANCE;
import static io.github.sprigfhir.domain.directory.EvidenceKind.QUALITY_MARK;
import static io.github.sprigfhir.domain.directory.EvidenceKind.RECORDED_CONVERSATION;
import static io.github.sprigfhir.domain.directory.EvidenceKind.SELF_ASSESSMENT;
import static io.github.sprigfhir.domain.directory.EvidenceKind.UMBRELLA;
import static io.github.sprigfhir.domain.directory.EvidenceStatus.ATTESTED;
import static io.github.sprigfhir.domain.directory.EvidenceStatus.IN_PROCESS;
import static io.github.sprigfhir.domain.directory.EvidenceStatus.REQ_REVALID;
import static io.github.sprigfhir.domain.directory.EvidenceStatus.REVAL_FAIL;
import static io.github.sprigfhir.domain.directory.EvidenceStatus.VALIDATED;
import static io.github.sprigfhir.domain.directory.EvidenceStatus.VAL_FAIL;
import static io.github.sprigfhir.domain.directory.Shown.LARGER;
import static io.github.sprigfhir.domain.directory.Shown.POLICY;
import static io.github.sprigfhir.domain.directory.Shown.TODAY;
import static io.github.sprigfhir.domain.directory.Shown.by;
import static io.github.sprigfhir.domain.directory.Shown.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sprigfhir.domain.directory.AssurancePolicy.Demand;
import io.github.sprigfhir.domain.kernel.Party;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What evidence is worth on a day, and what a service with it may be asked. */
class AssuranceRulesTest {

    private static final Pattern CODE = Pattern.compile("\"code\": \"([a-z0-9-]+)\",\\s+\"display\"");

    @Test
    void thePublishedCodesAreOurs() throws IOException {
        assertThat(published("assurance-measure")).isEqualTo(codes(AssuranceMeasure.values(), AssuranceMeasure::code));
        assertThat(published("assurance-evidence")).isEqualTo(codes(EvidenceKind.values(), EvidenceKind::code));
        assertThat(published("assurance-level")).isEqualTo(codes(AssuranceLevel.values(), AssuranceLevel::code));
    }

    @Test
    void whatHasACodeIsFoundByIt() {
        assertThat(AssuranceMeasure.values()).allSatisfy(measure -> assertThat(AssuranceMeasure.of(measure.code()))
                .contains(measure));
        assertThat(EvidenceKind.values())
                .allSatisfy(kind -> assertThat(EvidenceKind.of(kind.code())).contains(kind));
        assertThat(EvidenceStatus.values()).allSatisfy(status -> assertThat(EvidenceStatus.of(status.code()))
                .contains(status));
        assertThat(AssuranceLevel.values())
                .allSatisfy(level -> assertThat(AssuranceLevel.of(level.code())).contains(level));
        assertThat(AssuranceMeasure.of("x")).isEmpty();
        assertThat(EvidenceKind.of("x")).isEmpty();
        assertThat(EvidenceStatus.of("x")).isEmpty();
        assertThat(AssuranceLevel.of("4")).isEmpty();
        assertThat(LOW_RISK.display()).isEqualTo("Low risk");
    }

    @Test
    void nothingShownIsNoLevel() {
        assertThat(level()).isEmpty();
    }

    @Test
    void eachLevelNeedsItsMeasuresAndThoseBelow() {
        assertThat(level(by(QUALITY_MARK, INSURANCE))).contains(LOW_RISK);
        assertThat(level(by(QUALITY_MARK, INSURANCE, FIRST_AID))).contains(SOME_SUPPORT);
        assertThat(level(by(QUALITY_MARK, INSURANCE, FIRST_AID, FINANCIAL))).contains(COMPLEX_NEEDS);
        assertThat(level(by(QUALITY_MARK, FIRST_AID, FINANCIAL))).isEmpty();
        assertThat(level(by(QUALITY_MARK, INSURANCE, FINANCIAL))).contains(LOW_RISK);
    }

    @Test
    void theMeasuresMayBeShownByDifferentEvidence() {
        assertThat(level(by(QUALITY_MARK, INSURANCE), by(RECORDED_CONVERSATION, FIRST_AID)))
                .contains(SOME_SUPPORT);
    }

    @Test
    void aLevelAsksForItsKindsOfEvidenceForEveryMeasure() {
        assertThat(level(by(SELF_ASSESSMENT, INSURANCE, FIRST_AID, FINANCIAL))).contains(LOW_RISK);
        assertThat(level(by(RECORDED_CONVERSATION, INSURANCE, FIRST_AID, FINANCIAL)))
                .contains(SOME_SUPPORT);
        assertThat(level(by(SELF_ASSESSMENT, INSURANCE), by(QUALITY_MARK, FIRST_AID)))
                .contains(LOW_RISK);
    }

    @Test
    void evidenceCountsFromTheDayItIsGivenUntilTheDayItEnds() {
        var year = new Validity(VALIDATED, LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01"));
        var shown = List.of(by(QUALITY_MARK, year, INSURANCE));

        assertThat(on("2025-12-31", shown)).isEmpty();
        assertThat(on("2026-01-01", shown)).contains(LOW_RISK);
        assertThat(on("2026-12-31", shown)).contains(LOW_RISK);
        assertThat(on("2027-01-01", shown)).isEmpty();
    }

    @Test
    void noEvidenceCountsLongerThanThePolicySays() {
        var forever = new Validity(VALIDATED, LocalDate.parse("2026-01-01"), LocalDate.parse("2099-01-01"));
        var shown = List.of(by(QUALITY_MARK, forever, INSURANCE));

        assertThat(on("2028-12-31", shown)).contains(LOW_RISK);
        assertThat(on("2029-01-01", shown)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatHoldsCounts(EvidenceStatus status) {
        var counts = Set.of(VALIDATED, REQ_REVALID);

        assertThat(level(by(QUALITY_MARK, valid(status), INSURANCE)).isPresent())
                .isEqualTo(counts.contains(status));
    }

    @Test
    void whatIsOnlyAttestedCountsAsASelfAssessment() {
        assertThat(level(by(SELF_ASSESSMENT, valid(ATTESTED), INSURANCE))).contains(LOW_RISK);
        assertThat(level(by(SELF_ASSESSMENT, valid(IN_PROCESS), INSURANCE))).isEmpty();
        assertThat(level(by(SELF_ASSESSMENT, valid(VAL_FAIL), INSURANCE))).isEmpty();
    }

    @Test
    void anUmbrellaCoversWhatTheLargerOrganisationItselfCanShow() {
        var under = List.of(by(UMBRELLA, INSURANCE, FIRST_AID));
        var larger = by(QUALITY_MARK, INSURANCE);

        assertThat(under(under, larger)).contains(LOW_RISK);
        assertThat(under(under, by(QUALITY_MARK, INSURANCE, FIRST_AID, FINANCIAL)))
                .contains(SOME_SUPPORT);
        assertThat(under(under, by(QUALITY_MARK, valid(REVAL_FAIL), INSURANCE))).isEmpty();
        assertThat(under(under, by(UMBRELLA, INSURANCE))).isEmpty();
        assertThat(under(under, by(SELF_ASSESSMENT, INSURANCE, FIRST_AID))).contains(LOW_RISK);
        assertThat(under(List.of(by(UMBRELLA, valid(REVAL_FAIL), INSURANCE)), larger))
                .isEmpty();
        assertThat(level(by(UMBRELLA, INSURANCE))).isEmpty();
        assertThat(AssuranceRules.level(under, Map.of(new Party("Organization/other"), List.of(larger)), POLICY, TODAY))
                .isEmpty();
        var unnamed = new Evidence(Set.of(INSURANCE), UMBRELLA, valid(VALIDATED), Optional.empty());
        assertThat(under(List.of(unnamed), larger)).isEmpty();
    }

    @Test
    void evidenceHasToBeGivenAgainSomeTimeBeforeItEnds() {
        var year = new Validity(VALIDATED, LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01"));

        assertThat(status(year, "2026-11-01")).isEqualTo(VALIDATED);
        assertThat(status(year, "2026-11-02")).isEqualTo(REQ_REVALID);
        assertThat(status(year, "2026-12-31")).isEqualTo(REQ_REVALID);
        assertThat(status(year, "2027-01-01")).isEqualTo(REVAL_FAIL);
        assertThat(status(new Validity(REQ_REVALID, year.given(), year.until()), "2026-06-01"))
                .isEqualTo(REQ_REVALID);
        assertThat(status(new Validity(IN_PROCESS, year.given(), year.until()), "2027-06-01"))
                .isEqualTo(IN_PROCESS);
    }

    @Test
    void itIsKnownWhenTimeNextChangesSomething() {
        var year = new Validity(VALIDATED, LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01"));

        assertThat(next(year, "2025-06-01")).contains(year.given());
        assertThat(next(year, "2026-01-01")).contains(LocalDate.parse("2026-11-02"));
        assertThat(next(year, "2026-11-02")).contains(year.until());
        assertThat(next(year, "2027-01-01")).isEmpty();
        assertThat(next(new Validity(REVAL_FAIL, year.given(), year.until()), "2026-01-01"))
                .isEmpty();
    }

    @Test
    void aHandoverBelowTheHighestLevelThatIsAskedIsRefused() {
        assertThat(AssuranceRules.handOver(Optional.of(LOW_RISK), List.of(), false))
                .isEmpty();
        assertThat(AssuranceRules.handOver(Optional.empty(), List.of(), false)).isEmpty();
        assertThat(AssuranceRules.handOver(Optional.of(SOME_SUPPORT), List.of(LOW_RISK, SOME_SUPPORT), false))
                .isEmpty();
        assertThat(AssuranceRules.handOver(Optional.of(COMPLEX_NEEDS), List.of(SOME_SUPPORT), false))
                .isEmpty();

        var refusal = AssuranceRules.handOver(Optional.of(LOW_RISK), List.of(SOME_SUPPORT, LOW_RISK), false)
                .orElseThrow();

        assertThat(refusal.reason()).isEqualTo(DirectoryRule.INSUFFICIENT_ASSURANCE);
        assertThat(refusal.text()).contains("asks for a service assured at level 2", "is assured at level 1");
        assertThat(refusal.remedy()).contains("assurance-override");
        assertThat(AssuranceRules.handOver(Optional.empty(), List.of(LOW_RISK), false)
                        .orElseThrow()
                        .text())
                .contains("not assured");
    }

    @Test
    void aNamedPersonMayAnswerForIt() {
        assertThat(AssuranceRules.handOver(Optional.empty(), List.of(COMPLEX_NEEDS), true))
                .isEmpty();
    }

    @Test
    void aPolicyAsksSomethingAtEachLevel() {
        var demand = POLICY.of(LOW_RISK);

        assertThatThrownBy(() -> new AssurancePolicy(Map.of(LOW_RISK, demand), Period.ofYears(3), Period.ofDays(60)))
                .hasMessageContaining("Level 2");
        assertThatThrownBy(() -> new Demand(Set.of(), demand.kinds())).hasMessageContaining("measure");
        assertThatThrownBy(() -> new Demand(demand.measures(), Set.of())).hasMessageContaining("kind");
    }

    private static Optional<AssuranceLevel> level(Evidence... shown) {
        return AssuranceRules.level(List.of(shown), Map.of(), POLICY, TODAY);
    }

    private static Optional<AssuranceLevel> on(String day, List<Evidence> shown) {
        return AssuranceRules.level(shown, Map.of(), POLICY, LocalDate.parse(day));
    }

    private static Optional<AssuranceLevel> under(List<Evidence> shown, Evidence larger) {
        return AssuranceRules.level(shown, Map.of(LARGER, List.of(larger)), POLICY, TODAY);
    }

    private static EvidenceStatus status(Validity validity, String day) {
        return AssuranceRules.statusOn(validity, POLICY, LocalDate.parse(day));
    }

    private static Optional<LocalDate> next(Validity validity, String day) {
        return AssuranceRules.nextChange(validity, POLICY, LocalDate.parse(day));
    }

    private static List<String> published(String codeSystem) throws IOException {
        var json = Files.readString(Path.of("../../terminology/generated/CodeSystem-" + codeSystem + ".json"));
        return CODE.matcher(json).results().map(found -> found.group(1)).toList();
    }

    private static <T> List<String> codes(T[] values, Function<T, String> code) {
        return Arrays.stream(values).map(code).toList();
    }
}

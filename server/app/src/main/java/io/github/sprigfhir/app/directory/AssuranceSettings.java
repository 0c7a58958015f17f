package io.github.sprigfhir.app.directory;

import io.github.sprigfhir.domain.directory.AssuranceLevel;
import io.github.sprigfhir.domain.directory.AssuranceMeasure;
import io.github.sprigfhir.domain.directory.AssurancePolicy;
import io.github.sprigfhir.domain.directory.AssurancePolicy.Demand;
import io.github.sprigfhir.domain.directory.EvidenceKind;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a scheme asks of providers (domain facts, section 7, which leaves it to each scheme; the defaults are Sprig's).
 *
 * @param levelOneMeasures the measures that level 1 asks for, as codes of assurance-measure; data-protection,
 *     safeguarding-dbs, insurance and health-safety-risk if it is not set
 * @param levelOneKinds the kinds of evidence that count at level 1, as codes of assurance-evidence; all five if it is not
 *     set
 * @param levelTwoMeasures the measures that level 2 asks for beyond level 1; lone-working, equality, governing-document,
 *     pathway, skills-experience and first-aid if it is not set
 * @param levelTwoKinds the kinds of evidence that count at level 2, also for the measures of level 1; all but
 *     self-assessment if it is not set
 * @param levelThreeMeasures the measures that level 3 asks for beyond level 2; financial, mental-health-first-aid and
 *     user-experience if it is not set
 * @param levelThreeKinds the kinds of evidence that count at level 3, also for the measures below; umbrella,
 *     grant-or-contract and quality-mark if it is not set
 * @param longestYears for how many years evidence counts at most after it was given, whatever it says itself, 1 to 5
 * @param warnBefore how long before its end evidence is marked req-revalid, 1d to 365d
 * @param askedByRisk the level that a risk asks for where it does not say one itself, each as system|code=level; none
 *     asks for any if it is empty
 */
@ConfigurationProperties("sprig.directory.assurance")
record AssuranceSettings(
        @DefaultValue({"data-protection", "safeguarding-dbs", "insurance", "health-safety-risk"})
        List<String> levelOneMeasures,

        @DefaultValue({"self-assessment", "recorded-conversation", "umbrella", "grant-or-contract", "quality-mark"})
        List<String> levelOneKinds,

        @DefaultValue({"lone-working", "equality", "governing-document", "pathway", "skills-experience", "first-aid"})
        List<String> levelTwoMeasures,

        @DefaultValue({"recorded-conversation", "umbrella", "grant-or-contract", "quality-mark"})
        List<String> levelTwoKinds,

        @DefaultValue({"financial", "mental-health-first-aid", "user-experience"})
        List<String> levelThreeMeasures,

        @DefaultValue({"umbrella", "grant-or-contract", "quality-mark"})
        List<String> levelThreeKinds,

        @DefaultValue("3") int longestYears,
        @DefaultValue("60d") Duration warnBefore,
        @DefaultValue List<String> askedByRisk) {

    private static final String PREFIX = "sprig.directory.assurance.";
    private static final int MOST_YEARS = 5;
    private static final int MOST_DAYS = 365;

    AssuranceSettings {
        if (longestYears < 1 || longestYears > MOST_YEARS) {
            throw new IllegalArgumentException(PREFIX + "longest-years is 1 to " + MOST_YEARS);
        }
        if (warnBefore.toDays() < 1 || warnBefore.toDays() > MOST_DAYS) {
            throw new IllegalArgumentException(PREFIX + "warn-before is 1d to " + MOST_DAYS + "d");
        }
        levelOneMeasures = List.copyOf(levelOneMeasures);
        levelOneKinds = List.copyOf(levelOneKinds);
        levelTwoMeasures = List.copyOf(levelTwoMeasures);
        levelTwoKinds = List.copyOf(levelTwoKinds);
        levelThreeMeasures = List.copyOf(levelThreeMeasures);
        levelThreeKinds = List.copyOf(levelThreeKinds);
        askedByRisk = List.copyOf(askedByRisk);
        askedByRisk.forEach(AssuranceSettings::levelOf);
    }

    AssurancePolicy policy() {
        return new AssurancePolicy(
                Map.of(
                        AssuranceLevel.LOW_RISK, demand(levelOneMeasures, levelOneKinds),
                        AssuranceLevel.SOME_SUPPORT, demand(levelTwoMeasures, levelTwoKinds),
                        AssuranceLevel.COMPLEX_NEEDS, demand(levelThreeMeasures, levelThreeKinds)),
                Period.ofYears(longestYears),
                Period.ofDays((int) warnBefore.toDays()));
    }

    /** By risk, as system|code. */
    Map<String, AssuranceLevel> levelsByRisk() {
        var levels = new HashMap<String, AssuranceLevel>();
        askedByRisk.forEach(risk -> levels.put(risk.substring(0, risk.lastIndexOf('=')), levelOf(risk)));
        return levels;
    }

    private static Demand demand(List<String> measures, List<String> kinds) {
        return new Demand(
                measures.stream().map(known(AssuranceMeasure::of)).collect(Collectors.toSet()),
                kinds.stream().map(known(EvidenceKind::of)).collect(Collectors.toSet()));
    }

    private static <T> Function<String, T> known(Function<String, Optional<T>> code) {
        return text -> code.apply(text.strip())
                .orElseThrow(() -> new IllegalArgumentException(PREFIX + "*: there is no code " + text));
    }

    private static AssuranceLevel levelOf(String risk) {
        return Optional.of(risk)
                .filter(text -> text.lastIndexOf('=') > 0)
                .map(text -> text.substring(text.lastIndexOf('=') + 1))
                .flatMap(AssuranceLevel::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        PREFIX + "asked-by-risk is a list of system|code=level, and this is none: " + risk));
    }
}

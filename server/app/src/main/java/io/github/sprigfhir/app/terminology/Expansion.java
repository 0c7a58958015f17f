package io.github.sprigfhir.app.terminology;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.terminology.Concepts.Concept;
import io.github.sprigfhir.app.terminology.Concepts.Name;
import io.github.sprigfhir.app.terminology.Concepts.Page;
import io.github.sprigfhir.app.terminology.ValueSets.NotUnderstood;
import io.github.sprigfhir.domain.kernel.Parsed;
import io.github.sprigfhir.domain.kernel.SnomedCode;
import io.github.sprigfhir.domain.terminology.Code;
import io.github.sprigfhir.domain.terminology.CodeRule;
import io.github.sprigfhir.domain.terminology.Contents;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.springframework.stereotype.Component;

/** Lists the codes of a value set, those that it names first, then those of SNOMED CT that it means. */
@Component
final class Expansion {

    /** HL7's, on an expansion that may lack codes. */
    private static final String UNCLOSED = "http://hl7.org/fhir/StructureDefinition/valueset-unclosed";

    static final String FULL_NAME = "900000000000003001";
    static final String SYNONYM = "900000000000013009";

    private final ValueSets valueSets;
    private final CurrentSnomed snomed;
    private final Clock clock;

    Expansion(ValueSets valueSets, CurrentSnomed snomed, Clock clock) {
        this.valueSets = valueSets;
        this.snomed = snomed;
        this.clock = clock;
    }

    /**
     * Which codes are wanted, and how.
     *
     * @param words that their names have, by their beginnings
     * @param language of what is displayed; empty for the usual
     * @param isPaged whether a page was asked for, and not all of them
     */
    record Wanted(
            List<String> words,
            boolean activeOnly,
            boolean designations,
            String language,
            int offset,
            int count,
            boolean isPaged) {}

    /** The value set with the codes that are wanted; 422 where it cannot be told what is in it. */
    ValueSet of(ValueSet valueSet, Wanted wanted) {
        var concepts = snomed.now();
        var contents = contents(valueSet);
        var answer = about(valueSet);
        var expansion = answer.getExpansion().setTimestamp(Date.from(clock.instant()));
        var listed = contents.listed().entrySet().stream()
                .filter(one -> Words.areIn(wanted.words(), one.getValue()))
                .map(one -> listed(one.getKey(), one.getValue(), concepts))
                .filter(one -> !wanted.activeOnly() || !one.getInactive())
                .toList();
        listed.stream().skip(wanted.offset()).limit(wanted.count()).forEach(expansion::addContains);
        var meant =
                meant(contents, wanted, listed.size(), expansion.getContains().size(), concepts);
        meant.concepts().forEach(one -> expansion.addContains(meant(one)));
        expansion.setTotal(listed.size() + meant.total());
        expansion.setOffset(wanted.offset());
        name(expansion, wanted, concepts);
        tell(expansion, wanted, contents.meant().isPresent(), concepts);
        return answer;
    }

    private Contents contents(ValueSet valueSet) {
        try {
            return valueSets.contents(valueSet);
        } catch (NotUnderstood unclear) {
            throw Refusals.unprocessable(List.of(new Problem(
                    IssueSeverity.ERROR,
                    IssueType.NOTSUPPORTED,
                    CodeRule.CODE_SYSTEM_UNKNOWN,
                    "ValueSet.compose",
                    unclear.why(),
                    "The guide's page on terminology says what is understood.")));
        }
    }

    private static Page meant(Contents contents, Wanted wanted, int listed, int taken, Concepts concepts) {
        return contents.rest()
                .map(rest -> concepts.expand(
                        rest,
                        wanted.activeOnly(),
                        wanted.words(),
                        Math.max(0, wanted.offset() - listed),
                        wanted.count() - taken))
                .orElse(new Page(List.of(), 0));
    }

    private static ValueSet about(ValueSet valueSet) {
        var answer = new ValueSet();
        answer.setUrl(valueSet.getUrl())
                .setVersion(valueSet.getVersion())
                .setName(valueSet.getName())
                .setTitle(valueSet.getTitle())
                .setStatus(
                        valueSet.hasStatus()
                                ? valueSet.getStatus()
                                : org.hl7.fhir.r4.model.Enumerations.PublicationStatus.UNKNOWN)
                .setCopyright(valueSet.getCopyright());
        if (valueSet.hasId()) {
            answer.setId(valueSet.getIdPart());
        }
        return answer;
    }

    private static ValueSetExpansionContainsComponent listed(Code code, String display, Concepts concepts) {
        var one = new ValueSetExpansionContainsComponent()
                .setSystem(code.system())
                .setCode(code.code())
                .setDisplay(display);
        if (code.isSnomed()
                && SnomedCode.parse(code.code()) instanceof Parsed.Valid<SnomedCode> sound
                && concepts.find(sound.value())
                        .filter(found -> !found.isActive())
                        .isPresent()) {
            one.setInactive(true);
        }
        return one;
    }

    private static ValueSetExpansionContainsComponent meant(Concept concept) {
        var one = new ValueSetExpansionContainsComponent()
                .setSystem(Code.SNOMED)
                .setCode(concept.code())
                .setDisplay(concept.display());
        if (!concept.isActive()) {
            one.setInactive(true);
        }
        return one;
    }

    /** Adds their other names where these are wanted, and calls them by one of the language that is. */
    private static void name(ValueSetExpansionComponent expansion, Wanted wanted, Concepts concepts) {
        if (!wanted.designations() && wanted.language().isEmpty()) {
            return;
        }
        var ofSnomed = expansion.getContains().stream()
                .filter(one -> Code.SNOMED.equals(one.getSystem()))
                .toList();
        var names = concepts.names(ofSnomed.stream()
                .map(ValueSetExpansionContainsComponent::getCode)
                .toList());
        for (var one : ofSnomed) {
            var its = names.getOrDefault(one.getCode(), List.of());
            inLanguage(its, wanted.language()).ifPresent(name -> one.setDisplay(name.text()));
            if (wanted.designations()) {
                its.forEach(name -> one.addDesignation()
                        .setLanguage(name.language())
                        .setValue(name.text())
                        .getUse()
                        .setSystem(Code.SNOMED)
                        .setCode(name.isFull() ? FULL_NAME : SYNONYM));
            }
        }
    }

    /** The best name in a language, as in {@code cy} or {@code en-GB}; what is after the hyphen only a preference can tell. */
    static Optional<Name> inLanguage(List<Name> names, String language) {
        var wanted = language.toLowerCase(Locale.ROOT).replaceFirst("-.*", "");
        return names.stream()
                .filter(name -> !name.isFull() && name.language().equals(wanted))
                .findFirst();
    }

    private static void tell(
            ValueSetExpansionComponent expansion, Wanted wanted, boolean isMeaning, Concepts concepts) {
        expansion.addParameter().setName("offset").setValue(new IntegerType(wanted.offset()));
        if (wanted.isPaged()) {
            expansion.addParameter().setName("count").setValue(new IntegerType(wanted.count()));
        }
        if (!wanted.words().isEmpty()) {
            expansion.addParameter().setName("filter").setValue(new StringType(String.join(" ", wanted.words())));
        }
        Map.of("activeOnly", wanted.activeOnly(), "includeDesignations", wanted.designations()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(Map.Entry::getValue)
                .forEach(one -> expansion.addParameter().setName(one.getKey()).setValue(new BooleanType(true)));
        if (!wanted.language().isEmpty()) {
            expansion.addParameter().setName("displayLanguage").setValue(new StringType(wanted.language()));
        }
        if (!isMeaning) {
            return;
        }
        concepts.version()
                .ifPresentOrElse(
                        version -> expansion
                                .addParameter()
                                .setName("version")
                                .setValue(new UriType(Code.SNOMED + "|" + version)),
                        () -> {
                            expansion.addExtension(UNCLOSED, new BooleanType(true));
                            expansion
                                    .addParameter()
                                    .setName("warning")
                                    .setValue(
                                            new StringType(
                                                    "No edition of SNOMED CT is loaded here: these are the codes that are known without one, and there are more."));
                        });
    }
}

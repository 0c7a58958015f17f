package io.github.sprigfhir.app.terminology;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.LookupCodeRequest;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import io.github.sprigfhir.app.terminology.Concepts.Name;
import io.github.sprigfhir.domain.kernel.Parsed;
import io.github.sprigfhir.domain.kernel.SnomedCode;
import io.github.sprigfhir.domain.terminology.Code;
import io.github.sprigfhir.domain.terminology.CodeJudge.Known;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.springframework.stereotype.Component;

/** What is known of a code, whatever system it is of. */
@Component
final class CodeFacts {

    private final CurrentSnomed snomed;
    private final CodeSystems systems;
    /** Units, languages, countries, currencies and media types: more than anybody could list. */
    private final CommonCodeSystemsTerminologyService common;

    CodeFacts(CurrentSnomed snomed, CodeSystems systems, FhirContext fhir) {
        this.snomed = snomed;
        this.systems = systems;
        this.common = new CommonCodeSystemsTerminologyService(fhir);
    }

    /**
     * What is known.
     *
     * @param systemName what its system is called, with its version
     * @param version of the system, empty where it has none
     * @param isWhole whether a code that is not known does not exist
     */
    record Fact(String systemName, String version, boolean isWhole, Optional<Known> known) {}

    /** None where the system itself is not known here. */
    Optional<Fact> of(Code code) {
        return code.isSnomed() ? Optional.of(snomed(code.code())) : listed(code).or(() -> common(code));
    }

    private Fact snomed(String text) {
        var concepts = snomed.now();
        var version = concepts.version();
        var name = version.map(edition -> "SNOMED CT (%s)".formatted(edition)).orElse("SNOMED CT");
        var found = SnomedCode.parse(text) instanceof Parsed.Valid<SnomedCode> sound
                ? concepts.find(sound.value()).map(concept -> known(concepts, sound.value(), concept))
                : Optional.<Known>empty();
        return new Fact(name, version.orElse(""), concepts.isWhole(), found);
    }

    static Known known(Concepts concepts, SnomedCode code, Concepts.Concept concept) {
        var names = concepts.names(List.of(code.value())).getOrDefault(code.value(), List.of());
        var replacements = concept.isActive()
                ? List.<String>of()
                : concepts.replacements(code).stream()
                        .map(one -> "%s |%s|".formatted(one.code(), one.display()))
                        .toList();
        return new Known(concept.display(), names.stream().map(Name::text).toList(), concept.isActive(), replacements);
    }

    private Optional<Fact> listed(Code code) {
        return systems.find(code.system())
                .map(system -> new Fact(
                        system.name(),
                        system.version() == null ? "" : system.version(),
                        system.isWhole(),
                        Optional.ofNullable(system.entries().get(code.code())).map(CodeFacts::known)));
    }

    private static Known known(CodeSystems.Entry entry) {
        return new Known(
                entry.display(),
                entry.concept().getDesignation().stream()
                        .map(one -> one.getValue())
                        .toList(),
                true,
                List.of());
    }

    private Optional<Fact> common(Code code) {
        if (!common.isCodeSystemSupported(new ValidationSupportContext(common), code.system())) {
            return Optional.empty();
        }
        var found = common.lookupCode(
                new ValidationSupportContext(common), new LookupCodeRequest(code.system(), code.code()));
        return Optional.of(new Fact(
                code.system(),
                "",
                true,
                found == null || !found.isFound()
                        ? Optional.empty()
                        : Optional.of(
                                Known.as(found.getCodeDisplay() == null ? code.code() : found.getCodeDisplay()))));
    }
}

package io.github.sprigfhir.app.terminology;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.http.ParameterReader;
import io.github.sprigfhir.domain.kernel.SystemForm;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** Reads what the operations of terminology have in common: the codes that they are asked about. */
final class Called {

    private final ParameterReader reader;

    Called(RequestDetails request) {
        reader = new ParameterReader(request);
    }

    ParameterReader reader() {
        return reader;
    }

    /**
     * The codes that are asked about, in one of the three forms that FHIR has for it; of a CodeableConcept there may be
     * several.
     *
     * @param system that is meant where none is given; empty where one must be
     */
    List<Coding> codes(String system) {
        var coding = reader.value("coding", Coding.class);
        var concept = reader.value("codeableConcept", CodeableConcept.class);
        var code = reader.one("code");
        var forms = List.of(coding, concept, code).stream()
                .filter(Optional::isPresent)
                .count();
        if (forms != 1) {
            reader.problem(
                    "code",
                    "The code is asked about in no way, or in several.",
                    "Send code, coding or codeableConcept.");
            return List.of();
        }
        var asked = coding.map(List::of)
                .or(() -> concept.map(CodeableConcept::getCoding))
                .orElseGet(() -> List.of(new Coding(
                        reader.one("system").orElse(null),
                        code.orElse(""),
                        reader.one("display").orElse(null))));
        asked.forEach(one -> complete(one, system));
        if (asked.isEmpty()) {
            reader.problem("codeableConcept", "It has no coding.", "Send at least one.");
        }
        return asked;
    }

    /** One code, which must be there. */
    Optional<Coding> code(String coding, String code, String system) {
        var whole = reader.value(coding, Coding.class);
        var alone = reader.one(code);
        if (whole.isPresent() == alone.isPresent()) {
            reader.problem(
                    code,
                    "The code is given in no way, or in two.",
                    "Send either %s or %s with system.".formatted(coding, code));
            return Optional.empty();
        }
        var asked = whole.orElseGet(() -> new Coding(reader.one("system").orElse(null), alone.orElse(""), null));
        complete(asked, system);
        return Optional.of(asked);
    }

    private void complete(Coding coding, String system) {
        if (!coding.hasSystem() && !system.isEmpty()) {
            coding.setSystem(system);
        }
        if (!coding.hasSystem() || !coding.hasCode()) {
            reader.problem(
                    "system",
                    "The code has no system, or the system no code.",
                    "Send both: a code alone says nothing.");
        } else {
            coding.setSystem(registered(coding.getSystem()));
        }
    }

    /** The system that is meant, where a known alias of it was sent. */
    static String registered(String system) {
        return SystemForm.of(system) instanceof SystemForm.Alias alias
                ? alias.system().uri()
                : system;
    }
}

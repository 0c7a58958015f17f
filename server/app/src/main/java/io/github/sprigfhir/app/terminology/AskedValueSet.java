package io.github.sprigfhir.app.terminology;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.github.sprigfhir.app.platform.definitions.Offered;
import io.github.sprigfhir.app.platform.http.ParameterReader;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The value set that an operation is asked about: by its address, by its id, or sent along. */
@Component
final class AskedValueSet {

    private static final String URL = "url";
    private static final String SENT = "valueSet";

    private final ValueSets valueSets;
    private final Offered offered;

    AskedValueSet(ValueSets valueSets, Offered offered) {
        this.valueSets = valueSets;
        this.offered = offered;
    }

    /** The value set; none where the reader now has a problem. One that is not known here is 404. */
    Optional<ValueSet> by(ParameterReader asked, @Nullable IdType id) {
        var url = asked.one(URL);
        var sent = asked.resource(SENT, ValueSet.class);
        var version = asked.one("valueSetVersion");
        if (id != null) {
            return Optional.of(ofId(id, asked));
        }
        if (url.isPresent() == sent.isPresent()) {
            asked.problem(
                    URL,
                    "The value set is given in no way, or in two.",
                    "Send its address as url, or the whole of it as valueSet in a POST.");
            return Optional.empty();
        }
        return sent.or(() -> url.map(
                address -> ofAddress(version.map(which -> address + "|" + which).orElse(address), asked)));
    }

    private ValueSet ofAddress(String address, ParameterReader asked) {
        return valueSets.find(address).orElseThrow(() -> unknown("There is no value set of that address here.", asked));
    }

    private ValueSet ofId(IdType id, ParameterReader asked) {
        return offered.definitions()
                .filter(ValueSet.class::isInstance)
                .map(ValueSet.class::cast)
                .filter(one -> one.getIdPart().equals(id.getIdPart()))
                .findFirst()
                .orElseThrow(() -> unknown("There is no value set of that id here.", asked));
    }

    private static BaseServerResponseException unknown(String text, ParameterReader asked) {
        // What is wrong with the question comes before what there is not.
        asked.refuse();
        return Refusals.notFound(
                new Problem(
                        IssueSeverity.ERROR,
                        IssueType.NOTFOUND,
                        ServerRule.NOT_FOUND,
                        "",
                        text,
                        "Search ValueSet for those that there are, or ask by an address of SNOMED CT, as http://snomed.info/sct?fhir_vs=refset/1373501000000105."));
    }

    /** 422: the codes are too many for one answer. */
    BaseServerResponseException tooMany(int there, int most) {
        return Refusals.unprocessable(List.of(new Problem(
                IssueSeverity.ERROR,
                IssueType.TOOCOSTLY,
                ServerRule.LIMIT,
                "",
                "The value set has %d codes; without pages at most %d are given.".formatted(there, most),
                "Ask by pages, with count and offset, or with a filter.")));
    }
}

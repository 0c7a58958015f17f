package io.github.sprigfhir.app.terminology;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.http.ParameterReader;
import io.github.sprigfhir.app.terminology.Expansion.Wanted;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code ValueSet/$expand} of FHIR R4: the codes that are in a value set now, by pages where they are many. */
@Component
final class ExpandOperation implements SprigFeature {

    /** Without pages more are refused; with them it is the most that one page holds. */
    private static final int MOST = 1_000;

    private static final Set<String> PARAMETERS = Set.of(
            "url",
            "valueSetVersion",
            "valueSet",
            "filter",
            "offset",
            "count",
            "includeDesignations",
            "activeOnly",
            "excludeNested",
            "displayLanguage");

    private final AskedValueSet askedFor;
    private final Expansion expansion;

    ExpandOperation(AskedValueSet askedFor, Expansion expansion) {
        this.askedFor = askedFor;
        this.expansion = expansion;
    }

    /** Answers with the value set and its codes; 400 with all that is wrong, 404 for one that is not known here. */
    @Operation(name = "$expand", type = ValueSet.class, idempotent = true)
    public ValueSet expand(@IdParam(optional = true) @Nullable IdType id, RequestDetails request) {
        var asked = new ParameterReader(request);
        asked.check(PARAMETERS);
        asked.yes("excludeNested");
        var offset = asked.whole("offset");
        var count = asked.whole("count");
        var isPaged = count.or(() -> offset).isPresent();
        var wanted = new Wanted(
                Words.of(asked.one("filter").orElse("")),
                asked.yes("activeOnly"),
                asked.yes("includeDesignations"),
                asked.one("displayLanguage").orElse(""),
                offset.orElse(0),
                isPaged ? Math.min(count.orElse(MOST), MOST) : MOST + 1,
                isPaged);
        var valueSet = askedFor.by(asked, id);
        asked.refuse();
        var expanded = expansion.of(valueSet.orElseThrow(), wanted);
        if (expanded.getExpansion().getContains().size() > MOST) {
            throw askedFor.tooMany(expanded.getExpansion().getTotal(), MOST);
        }
        return expanded;
    }
}

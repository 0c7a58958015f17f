package io.github.sprigfhir.app.running;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.context.ApplicationContext;

/** Reads through the storage door which labels stand on a resource, in the words of the story. */
final class Labels {

    static final String PRACTICE = "Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code%7CA99001";
    static final String NETWORK = "Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code%7CU99001";
    static final String TRUST =
            "Organization?identifier=https://register-of-charities.charitycommission.gov.uk%7C9999001";

    private static final String SYSTEM = "https://sprig-fhir.github.io/ig/CodeSystem/circle-of-care";

    private final DaoRegistry daos;
    private final Map<String, String> names;

    Labels(Server server, ApplicationContext beans) {
        daos = beans.getBean(DaoRegistry.class);
        names = Map.of(
                idOf(server, PRACTICE), "practice", idOf(server, NETWORK), "network", idOf(server, TRUST), "trust");
    }

    /** Such as {@code provider.trust}; marks of who recorded it are left out. */
    Set<String> of(String address) {
        var labels = new TreeSet<String>();
        var id = new IdType(address);
        daos.getResourceDao(id.getResourceType()).read(id, new SystemRequestDetails()).getMeta().getSecurity().stream()
                .map(Coding.class::cast)
                .filter(coding -> SYSTEM.equals(coding.getSystem()))
                .map(Coding::getCode)
                .filter(code -> !code.startsWith("by."))
                .forEach(code -> {
                    var dot = code.indexOf('.');
                    var organisation = code.substring(dot + 1);
                    labels.add(code.substring(0, dot + 1) + names.getOrDefault(organisation, organisation));
                });
        return labels;
    }

    static String idOf(Server server, String search) {
        return server.get(search).found().get(0).getIdElement().getIdPart();
    }
}

package io.github.sprigfhir.app.directory.openreferral;

import io.github.sprigfhir.app.platform.definitions.MoreDefinitions;
import io.github.sprigfhir.domain.directory.feed.NeedTable;
import java.util.List;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Publishes which need a taxonomy term of a feed stands for, the operator's own lines too, as a ConceptMap. */
@Component
final class NeedMap implements MoreDefinitions {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String ID = "open-referral-to-need-category";

    private final NeedTable needs;

    NeedMap(OpenReferralSettings settings) {
        needs = new NeedTable(settings.needs());
    }

    @Override
    public List<Resource> offered() {
        var map = new ConceptMap();
        map.setId(ID);
        map.setUrl(IG + "ConceptMap/" + ID)
                .setName("OpenReferralToNeedCategory")
                .setTitle("Open Referral UK taxonomy terms to need categories")
                .setStatus(PublicationStatus.ACTIVE)
                .setExperimental(false)
                .setPublisher("Sprig")
                .setDescription(
                        "Which need a service meets, told from the terms of any taxonomy: by a term's URI, id or name in lower case. The operator of a server adds terms of their own.");
        var group =
                map.addGroup().setSource(IG + "CodeSystem/taxonomy-term").setTarget(IG + "CodeSystem/need-category");
        needs.terms().forEach((term, need) -> group.addElement()
                .setCode(term)
                .addTarget()
                .setCode(need)
                .setEquivalence(ConceptMapEquivalence.RELATEDTO));
        return List.of(map);
    }

    @Override
    public List<String> withheld() {
        return List.of();
    }
}

package io.github.sprigfhir.profiles;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** The examples hang together: whatever one of them points to, another has brought. */
class StoryTest {

    private static final List<String> IN_ORDER = List.of(
            "example-directory",
            "example-offer",
            "example-gp-referral",
            "example-contact",
            "example-support-plan",
            "example-onward-referral",
            "example-exit-outcome");

    @Test
    void everyReferenceOfAnExampleLeadsToAnExample() {
        Set<String> examples = Artefacts.OURS
                .examples()
                .map(r -> r.fhirType() + "/" + r.getIdPart())
                .collect(toSet());

        assertEquals(
                Set.of(),
                Artefacts.OURS
                        .examples()
                        .flatMap(StoryTest::referencesIn)
                        .filter(r -> !examples.contains(r))
                        .collect(toCollection(TreeSet::new)));
    }

    @Test
    void everyReferenceOfATransactionLeadsToSomethingSentWithItOrBefore() {
        Set<String> sent = new HashSet<>();
        for (Bundle transaction : transactions()) {
            Set<String> reachable = new HashSet<>(sent);
            transaction.getEntry().forEach(e -> reachable.add(e.getFullUrl()));

            assertEquals(
                    Set.of(),
                    transaction.getEntry().stream()
                            .flatMap(e -> referencesIn(e.getResource()))
                            .filter(r -> !reachable.contains(r))
                            .collect(toCollection(TreeSet::new)));
            transaction.getEntry().forEach(e -> sent.addAll(matchesOf(e.getResource())));
        }
    }

    @Test
    void everyEntryIsRecognisedByItsOwnIdentifierWhenItIsSentAgain() {
        assertEquals(
                Set.copyOf(IN_ORDER),
                Artefacts.OURS.all(Bundle.class).map(Bundle::getIdPart).collect(toSet()));
        for (Bundle transaction : transactions()) {
            assertEquals(BundleType.TRANSACTION, transaction.getType());
            for (BundleEntryComponent entry : transaction.getEntry()) {
                assertTrue(matchesOf(entry.getResource()).contains(conditionOf(entry)), conditionOf(entry));
            }
        }
    }

    /** As "Type?identifier=system|value", whether it stands in the URL or in ifNoneExist. */
    private static String conditionOf(BundleEntryComponent entry) {
        if (entry.getRequest().getMethod() == HTTPVerb.PUT) {
            return entry.getRequest().getUrl();
        }
        return entry.getRequest().getUrl() + "?" + entry.getRequest().getIfNoneExist();
    }

    /** The conditional references by which others may point at the resource. */
    private static Set<String> matchesOf(Resource resource) {
        String path =
                resource.fhirType().equals("VerificationResult") ? "extension.value.ofType(Identifier)" : "identifier";
        return Artefacts.FHIR.newFhirPath().evaluate(resource, path, Base.class).stream()
                .map(Identifier.class::cast)
                .map(i -> resource.fhirType() + "?identifier=" + i.getSystem() + "|" + i.getValue())
                .collect(toSet());
    }

    private static Stream<String> referencesIn(Resource resource) {
        return Artefacts.FHIR.newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class).stream()
                .filter(Reference::hasReference)
                .map(Reference::getReference);
    }

    private static List<Bundle> transactions() {
        return IN_ORDER.stream()
                .map(id -> Artefacts.OURS.example(Bundle.class, id))
                .toList();
    }
}

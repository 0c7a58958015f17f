package io.github.sprigfhir.app.consent;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import io.github.sprigfhir.app.platform.ResourceTypes;
import io.github.sprigfhir.domain.consent.MinimumElements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider is shown what is listed, and nothing else, of whatever type and however it is filled. */
class MinimumViewTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final MinimumView VIEW = new MinimumView(FHIR);
    private static final Path EXAMPLES = Path.of("../../profiles/generated");
    private static final String SECRET = "secret";
    /** One of each value set that an element of ours is bound to by FHIR itself. */
    private static final List<String> CODES = List.of(
            "active",
            "N",
            "legal",
            "replaces",
            "working",
            "requested",
            "planned",
            "final",
            "completed",
            "order",
            "routine",
            "permit",
            "instance",
            "male",
            "phone",
            "postal",
            "email",
            "generated",
            "create",
            "<",
            "refer",
            "replaces",
            "source",
            "s",
            "inactive",
            "Task");

    static Stream<String> partlyShown() {
        return ResourceTypes.RECORDS.stream()
                .filter(type -> !MinimumElements.isWhole(type))
                .sorted();
    }

    static Stream<Resource> examples() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(MinimumViewTest::read)
                    .filter(resource -> !(resource instanceof MetadataResource) && !(resource instanceof Bundle))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("partlyShown")
    void everyElementThatIsNotListedIsGone(String type) {
        var full = filled(type);

        var shown = paths(VIEW.minimumOf(full));

        assertThat(paths(full)).hasSizeGreaterThan(20);
        assertThat(shown.stream().filter(path -> !mayBeSeen(type, path))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("partlyShown")
    void everyElementThatIsListedIsThere(String type) {
        var full = filled(type);
        var shown = paths(VIEW.minimumOf(full));

        assertThat(paths(full).stream()
                        .filter(path -> !path.contains("."))
                        .filter(path -> MinimumElements.shows(type, path)))
                .isSubsetOf(shown);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsShownParsesAndIsValidFhir(Resource example) {
        var shown = VIEW.minimumOf(example);
        var json = FHIR.newJsonParser().encodeResourceToString(shown);
        var read = (Resource) FHIR.newJsonParser().parseResource(json);
        read.getMeta().getProfile().clear();

        var result = Validating.BASE.validateWithResult(read);

        assertThat(result.getMessages())
                .filteredOn(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsStoredStaysAsItIs(Resource example) {
        var before = example.copy();

        VIEW.minimumOf(example);

        assertThat(example.equalsDeep(before)).isTrue();
    }

    @Test
    void ofAPersonAProviderKnowsHowToMeetThem() {
        var maud = (Patient) read(EXAMPLES.resolve("Patient-example-patient.json"));
        maud.addName(new HumanName().setUse(HumanName.NameUse.MAIDEN).setFamily("Formerly"));

        var shown = (Patient) VIEW.minimumOf(maud);

        assertThat(shown.getName()).hasSize(1);
        assertThat(shown.getTelecom()).hasSize(1);
        assertThat(shown.getCommunication()).hasSize(1);
        var json = FHIR.newJsonParser().encodeResourceToString(shown);
        assertThat(json)
                .doesNotContain("9990000107", "1948", "A99001", "Fellside", "ZZ99", "Formerly", "EthnicCategory");
        assertThat(isMasked(shown.getIdentifierFirstRep())).isTrue();
        assertThat(isMasked(shown.getBirthDateElement())).isTrue();
        assertThat(shown.getMeta().getTag()).extracting(Coding::getCode).containsExactly("SUBSETTED");
        assertThat(shown.getIdElement().getIdPart()).isEqualTo("example-patient");
    }

    @Test
    void whetherThereIsSomethingToMaskIsNotSaid() {
        var shown = (Patient) VIEW.minimumOf(new Patient());

        assertThat(isMasked(shown.getIdentifierFirstRep())).isTrue();
    }

    @Test
    void labelsNeverLeave() {
        var task = new Task();
        task.getMeta()
                .setVersionId("7")
                .addSecurity(new Coding("urn:labels", SECRET, null))
                .addProfile("urn:p");

        var meta = VIEW.minimumOf(task).getMeta();

        assertThat(meta.getVersionId()).isEqualTo("7");
        assertThat(meta.hasSecurity() || meta.hasProfile()).isFalse();
    }

    @Test
    void whyConsentEndedIsNotSaid() {
        var task = new Task()
                .setStatusReason(new CodeableConcept(new Coding(
                                "https://sprig-fhir.github.io/ig/CodeSystem/handover-reason",
                                "consent-withdrawn",
                                null))
                        .setText(SECRET));

        assertThat(((Task) VIEW.minimumOf(task)).hasStatusReason()).isFalse();
    }

    @Test
    void theTermsOfAHandoverAreShownAndTheReferralBehindItIsNot() {
        var onward = (ServiceRequest) read(EXAMPLES.resolve("ServiceRequest-example-onward-referral.json"));

        var shown = (ServiceRequest) VIEW.minimumOf(onward);

        assertThat(shown.getExtension()).hasSize(1);
        assertThat(shown.getExtension().get(0).getExtension()).hasSize(5);
        assertThat(shown.getBasedOnFirstRep().getReference()).isEqualTo("ServiceRequest/example-referral");
        assertThat(FHIR.newJsonParser().encodeResourceToString(shown)).doesNotContain("Consent/", "Flag/");
    }

    @Test
    void aStopNoticeSaysWhichHandover() {
        var notice = (Communication) read(EXAMPLES.resolve("Communication-example-stop-notice.json"));

        var shown = (Communication) VIEW.minimumOf(notice);

        assertThat(shown.getAboutFirstRep().getIdentifier().getValue()).isEqualTo("HANDOVER-1");
    }

    @Test
    void whatMeansSomethingElseByAnUnknownModifierIsNotShown() {
        var patient = new Patient();
        patient.addCommunication()
                .setPreferred(true)
                .addModifierExtension(new Extension("urn:not", new StringType("not")));

        assertThat(((Patient) VIEW.minimumOf(patient)).hasCommunication()).isFalse();
    }

    @Test
    void theDirectoryIsShownWhole() {
        var organisation = new Organization().setName("Anybody may know");

        assertThat(VIEW.minimumOf(organisation)).isSameAs(organisation);
    }

    private static boolean isMasked(Element element) {
        return element.getExtension().stream()
                .anyMatch(extension -> extension.getUrl().endsWith("/data-absent-reason")
                        && "masked".equals(extension.getValue().primitiveValue()));
    }

    /** What may be seen besides what is listed: who it is, that something is masked, and the terms. */
    private static boolean mayBeSeen(String type, String path) {
        var first = path.replaceFirst("\\..*", "");
        if (first.equals("id")
                || first.equals("meta")
                || MinimumElements.masked(type).contains(first)) {
            return !path.contains(SECRET);
        }
        if (path.matches(".*\\.(identifier|display)(\\..*)?") && isBelowAReference(path)) {
            return MinimumElements.lists(type, path.replaceFirst("(\\.identifier)\\..*", "$1"));
        }
        if (path.matches("text(\\..*)?") || path.matches("(.*\\.)?(extension|modifierExtension|contained)(\\..*)?")) {
            return false;
        }
        return MinimumElements.shows(type, path) || MinimumElements.leadsToShown(type, path);
    }

    private static boolean isBelowAReference(String path) {
        return !path.startsWith("identifier")
                && !path.matches(".*(coding|code|type|class|category|mode|value)\\.display");
    }

    /** Every element of the type, two levels of references and backbones deep, each with a value and an extension. */
    private static Resource filled(String type) {
        var resource = (Resource) FHIR.getResourceDefinition(type).newInstance();
        resource.setId(type + "/1");
        fill(resource, 0);
        return resource;
    }

    private static void fill(Base parent, int depth) {
        if (parent instanceof Element element && !(parent instanceof Extension)) {
            element.addExtension("urn:unheard-of", new StringType(SECRET));
            element.setId(SECRET);
        }
        if (depth > 4
                || parent instanceof Narrative
                || !(FHIR.getElementDefinition(parent.getClass())
                        instanceof BaseRuntimeElementCompositeDefinition<?> composite)) {
            return;
        }
        for (var child : composite.getChildren()) {
            var name = Children.name(child);
            if (Set.of("id", "meta", "extension", "modifierExtension", "contained", "implicitRules", "use")
                            .contains(name)
                    || !child.getAccessor().getValues(parent).isEmpty()) {
                continue;
            }
            child.getValidChildNames().stream().findFirst().ifPresent(valid -> {
                var value = (Base) child.getChildByName(valid).newInstance(child.getInstanceConstructorArguments());
                if (value.isPrimitive()) {
                    prime(value);
                }
                fill(value, depth + 1);
                child.getMutator().addValue(parent, value);
            });
        }
    }

    private static void prime(Base value) {
        var primitive = (PrimitiveType<?>) value;
        if (primitive instanceof Enumeration<?> coded) {
            primitive.setValueAsString(CODES.stream()
                    .filter(code -> isOf(coded, code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no code for " + coded.getEnumFactory())));
            return;
        }
        primitive.setValueAsString(
                switch (primitive.fhirType()) {
                    case "date" -> "2026-01-01";
                    case "dateTime", "instant" -> "2026-01-01T00:00:00Z";
                    case "time" -> "10:00:00";
                    case "boolean" -> "true";
                    case "integer", "decimal", "positiveInt", "unsignedInt" -> "1";
                    case "base64Binary" -> "c2VjcmV0";
                    default -> SECRET;
                });
    }

    private static boolean isOf(Enumeration<?> coded, String code) {
        try {
            return coded.getEnumFactory().fromCode(code) != null;
        } catch (IllegalArgumentException another) {
            return false;
        }
    }

    private static Set<String> paths(Resource resource) {
        var paths = new TreeSet<String>();
        collect(resource, "", paths, new HashSet<>());
        return paths;
    }

    private static void collect(Base element, String path, Set<String> paths, Set<Base> seen) {
        for (var property : element.children()) {
            for (var value : property.getValues()) {
                var name = property.getName().replace("[x]", "");
                var at = path.isEmpty() ? name : path + "." + name;
                if (!value.isEmpty() && seen.add(value)) {
                    paths.add(at);
                    collect(value, at, paths, seen);
                }
            }
        }
    }

    private static Resource read(Path file) {
        try {
            return (Resource) FHIR.newJsonParser().parseResource(Files.readString(file));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** HL7's validator, which takes seconds to read FHIR's own definitions. */
    private static final class Validating {

        private static final FhirValidator BASE =
                FHIR.newValidator().registerValidatorModule(new FhirInstanceValidator(FHIR));

        private Validating() {}
    }

    @Test
    void aReferenceSaysWhoAndNotHowTheyAreCalledElsewhere() {
        var task = new Task().setFor(new Reference("Patient/7").setDisplay(SECRET));
        task.getFor()
                .setIdentifier(new Identifier()
                        .setSystem("https://fhir.nhs.uk/Id/nhs-number")
                        .setValue(SECRET));

        var shown = ((Task) VIEW.minimumOf(task)).getFor();

        assertThat(shown.getReference()).isEqualTo("Patient/7");
        assertThat(List.of(shown.hasDisplay(), shown.hasIdentifier())).containsOnly(false);
    }
}

package io.github.sprigfhir.app.research;

import io.github.sprigfhir.app.access.circle.Marks;
import io.github.sprigfhir.app.directory.gaps.HomeDeprivation;
import io.github.sprigfhir.app.platform.reference.RecordKinds;
import io.github.sprigfhir.app.platform.report.ReportDay;
import io.github.sprigfhir.domain.access.Label;
import io.github.sprigfhir.domain.kernel.Role;
import io.github.sprigfhir.domain.research.AgeBands;
import io.github.sprigfhir.domain.research.Fineness;
import io.github.sprigfhir.domain.research.Happening;
import io.github.sprigfhir.domain.research.Subject;
import io.github.sprigfhir.domain.research.Timeline;
import io.github.sprigfhir.domain.research.Trait;
import io.github.sprigfhir.domain.research.Traits;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Type;
import org.springframework.stereotype.Component;

/** Makes of a person's records what they could be found by, and their copies. */
@Component
class Making {

    private static final String IG = "https://sprig-fhir.github.io/ig/StructureDefinition/research-";
    private static final String ETHNIC = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory";
    private static final String INSTRUMENTS = "https://sprig-fhir.github.io/ig/CodeSystem/outcome-instrument";

    /** The order in which copies are written: what others refer to comes first. */
    private static final List<String> ORDER = List.of(
            "Patient",
            "ServiceRequest",
            "QuestionnaireResponse",
            "Task",
            "Encounter",
            "Observation",
            "Goal",
            "CarePlan");

    private static final Set<String> PLACES = Set.of("HealthcareService", "Organization");

    private final AgeBands bands;
    private final HomeDeprivation deprivation;

    Making(ResearchSettings settings, HomeDeprivation deprivation) {
        this.bands = new AgeBands(settings.ageBands());
        this.deprivation = deprivation;
    }

    /** What somebody could be found by. */
    Subject seen(Release release, List<DomainResource> records) {
        var happenings = new ArrayList<Happening>();
        var places = new LinkedHashSet<String>();
        for (var record : copied(release, records)) {
            var looking = new Copier(
                    EnumSet.allOf(Trait.class),
                    day -> {
                        happenings.add(new Happening(record.fhirType(), day));
                        return Optional.empty();
                    },
                    address -> {
                        if (isPlace(address)) {
                            places.add(pseudonym(release, address));
                        }
                        return Optional.empty();
                    });
            looking.copy(record);
        }
        happenings.sort(Comparator.comparing(Happening::day).thenComparing(Happening::type));
        var person = patient(records);
        return new Subject(
                release.pseudonyms().of("Patient", person.getIdElement().getIdPart()),
                traits(person, records),
                happenings,
                places);
    }

    /** The copies, as finely as is decided; they name the places of the subject and no others. */
    List<Resource> copies(Release release, List<DomainResource> records, Subject subject, Fineness fineness) {
        var used = copied(release, records).stream()
                .filter(record -> fineness.contacts() || !(record instanceof Encounter))
                .toList();
        var known = used.stream().map(Making::address).collect(Collectors.toSet());
        var timeline = Timeline.of(release.study().protection().days(), subject.days());
        Function<String, Optional<String>> references = address -> Optional.of(pseudonym(release, address))
                .filter(pseudonym -> known.contains(address) || subject.places().contains(pseudonym));
        var copier = new Copier(fineness.traits(), day -> timeline.show(day, fineness.days()), references);
        return used.stream()
                .sorted(Comparator.comparing((DomainResource record) -> ORDER.indexOf(record.fhirType()))
                        .thenComparing(Making::isOfAnother))
                .flatMap(record -> copier.copy(record).stream()
                        .map(copy -> finished(copy, record, release, fineness.show(subject.traits()))))
                .toList();
    }

    /** A copy of a service or an organisation. */
    Optional<Resource> place(Release release, DomainResource place) {
        return new Copier(Set.of(), day -> Optional.empty(), address -> Optional.empty())
                .copy(place)
                .map(copy -> named(copy, release, pseudonym(release, address(place))));
    }

    static String pseudonym(Release release, String address) {
        var slash = address.indexOf('/');
        return release.pseudonyms().of(address.substring(0, slash), address.substring(slash + 1));
    }

    private static Resource finished(DomainResource copy, DomainResource record, Release release, Traits shown) {
        if (copy instanceof Patient person) {
            shown.ageBand().ifPresent(band -> tell(person, "age-band", new CodeType(band)));
            shown.area().ifPresent(area -> tell(person, "area", new CodeType(area)));
            shown.decile().ifPresent(decile -> tell(person, "deprivation", new IntegerType(decile)));
        }
        return named(copy, release, pseudonym(release, address(record)));
    }

    private static void tell(Patient person, String name, Type value) {
        person.addExtension(new Extension(IG + name, value));
    }

    /** By its label those who act for the project see it. */
    private static Resource named(DomainResource copy, Release release, String id) {
        copy.setId(new IdType(copy.fhirType(), id));
        Marks.put(copy, new Label(Role.RESEARCHER, release.project().party()));
        return copy;
    }

    /** Scores and answers of instruments that are not the project's are not copied, nor entries of the national record. */
    private static List<DomainResource> copied(Release release, List<DomainResource> records) {
        return records.stream()
                .filter(record -> !RecordKinds.isEntry(record))
                .filter(record -> instrument(record).map(release.study()::sees).orElse(true))
                .toList();
    }

    private static Optional<String> instrument(DomainResource record) {
        if (record instanceof Observation outcome) {
            return outcome.getMethod().getCoding().stream()
                    .filter(coding -> INSTRUMENTS.equals(coding.getSystem()))
                    .map(coding -> coding.getCode())
                    .findFirst();
        }
        return record instanceof QuestionnaireResponse answers
                ? Optional.of(answers.getQuestionnaire().replaceFirst(".*/", "").replaceFirst("\\|.*", ""))
                : Optional.empty();
    }

    private Traits traits(Patient person, List<DomainResource> records) {
        var begun = records.stream()
                .filter(ServiceRequest.class::isInstance)
                .map(request -> ReportDay.of(((ServiceRequest) request).getAuthoredOnElement()))
                .min(Comparator.naturalOrder());
        return new Traits(
                begun.flatMap(day -> born(person)
                        .flatMap(born -> bands.of(Period.between(born, day).getYears()))),
                Optional.ofNullable(person.getGender()).map(gender -> gender.toCode()),
                Optional.ofNullable(person.getExtensionByUrl(ETHNIC))
                        .filter(category -> category.getValue() instanceof CodeableConcept)
                        .map(category -> ((CodeableConcept) category.getValue())
                                .getCodingFirstRep()
                                .getCode()),
                Optional.empty(),
                deprivation.of(person));
    }

    private static Optional<LocalDate> born(Patient person) {
        return person.hasBirthDate() ? Optional.of(ReportDay.of(person.getBirthDateElement())) : Optional.empty();
    }

    private static Patient patient(List<DomainResource> records) {
        return (Patient)
                records.stream().filter(Patient.class::isInstance).findFirst().orElseThrow();
    }

    /** Whether a resource refers to another of its type, which is copied before it. */
    private static boolean isOfAnother(DomainResource record) {
        return (record instanceof ServiceRequest request && request.hasBasedOn())
                || (record instanceof Observation said && said.hasDerivedFrom());
    }

    static boolean isPlace(String address) {
        return PLACES.contains(address.substring(0, address.indexOf('/')));
    }

    private static String address(Resource record) {
        return record.fhirType() + "/" + record.getIdElement().getIdPart();
    }
}

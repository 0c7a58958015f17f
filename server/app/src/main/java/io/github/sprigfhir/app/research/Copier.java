package io.github.sprigfhir.app.research;

import io.github.sprigfhir.app.platform.report.ReportDay;
import io.github.sprigfhir.domain.research.Element;
import io.github.sprigfhir.domain.research.Elements;
import io.github.sprigfhir.domain.research.KnownCodes;
import io.github.sprigfhir.domain.research.Trait;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ResourceFactory;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Makes copies by the list of what may be copied: it asks of every element whether it is listed, and leaves out whatever
 * is not.
 *
 * @param traits those of the person that are shown
 * @param days how a day is shown; none where it is not
 * @param references the id of the copy of what is referred to, such as {@code Task/3}; none where that is not copied
 */
record Copier(
        Set<Trait> traits, Function<LocalDate, Optional<String>> days, Function<String, Optional<String>> references) {

    /** The copy, without an id; none where nothing of the resource may be copied. */
    Optional<DomainResource> copy(DomainResource record) {
        var type = record.fhirType();
        if (!Elements.types().contains(type) || record.hasModifierExtension() || isOfUnknownForm(record)) {
            return Optional.empty();
        }
        var copy = (DomainResource) ResourceFactory.createResource(type);
        copyInto(copy, record, type, "");
        for (var extension : record.getExtension()) {
            if (extension.hasValue()) {
                Elements.extension(
                                type, extension.getUrl(), extension.getValue().fhirType())
                        .flatMap(element -> treated(extension.getValue(), element))
                        .ifPresent(value -> copy.addExtension(new Extension(extension.getUrl(), (Type) value)));
            }
        }
        return Optional.of(copy);
    }

    /** Answers to a form that is not ours say in their link ids what they like. */
    private static boolean isOfUnknownForm(DomainResource record) {
        var form = record.getNamedProperty("questionnaire");
        return form != null
                && form.getValues().stream()
                        .anyMatch(value -> !KnownCodes.showsQuestionnaire(String.valueOf(value.primitiveValue())));
    }

    private void copyInto(Base copy, Base original, String type, String path) {
        for (var property : original.children()) {
            var here = path + property.getName();
            for (var value : property.getValues()) {
                if (Elements.leadsToCopied(type, here)) {
                    copyInto(copy.addChild(property.getName()), value, type, here + ".");
                } else {
                    Elements.element(type, here, value.fhirType())
                            .flatMap(element -> treated(value, element))
                            .ifPresent(treated -> copy.setProperty(property.getName(), treated));
                }
            }
        }
    }

    private Optional<Base> treated(Base value, Element element) {
        return switch (element.treatment()) {
            case PLAIN -> plain(value);
            case CODE -> coded(value, false);
            case VERSIONED_CODE -> coded(value, true);
            case QUANTITY -> quantity((Quantity) value);
            case DAY -> day(value);
            case REFERENCE -> reference((Reference) value, element.targets());
            case SEX -> traits.contains(Trait.SEX) ? plain(value) : Optional.empty();
            case ETHNICITY -> traits.contains(Trait.ETHNICITY) ? coded(value, false) : Optional.empty();
            case TOKEN -> plain(value).filter(text -> KnownCodes.isToken(String.valueOf(text.primitiveValue())));
            case QUESTIONNAIRE -> plain(value);
        };
    }

    /** The value alone, without an id or an extension. */
    private static Optional<Base> plain(Base value) {
        var copy = (PrimitiveType<?>) ((PrimitiveType<?>) value).copy();
        copy.setExtension(null);
        copy.setIdElement(null);
        return copy.hasValue() ? Optional.of(copy) : Optional.empty();
    }

    private static Optional<Base> coded(Base value, boolean withVersion) {
        if (value instanceof Coding coding) {
            return Optional.ofNullable(coding(coding, withVersion));
        }
        var concept = new CodeableConcept();
        ((CodeableConcept) value)
                .getCoding().stream()
                        .map(coding -> coding(coding, withVersion))
                        .filter(Objects::nonNull)
                        .forEach(concept::addCoding);
        return concept.isEmpty() ? Optional.empty() : Optional.of(concept);
    }

    private static @Nullable Coding coding(Coding said, boolean withVersion) {
        if (!said.hasSystem() || !said.hasCode() || !KnownCodes.shows(said.getSystem(), said.getCode())) {
            return null;
        }
        var coding = new Coding(said.getSystem(), said.getCode(), null);
        return withVersion && said.hasVersion() && KnownCodes.isToken(said.getVersion())
                ? coding.setVersion(said.getVersion())
                : coding;
    }

    private static Optional<Base> quantity(Quantity said) {
        if (!said.hasValue()
                || !said.hasSystem()
                || !KnownCodes.shows(said.getSystem(), String.valueOf(said.getCode()))) {
            return Optional.empty();
        }
        var quantity = (Quantity) ResourceFactory.createType(said.fhirType());
        quantity.setValue(said.getValue()).setSystem(said.getSystem()).setCode(said.getCode());
        return Optional.of(said.hasComparator() ? quantity.setComparator(said.getComparator()) : quantity);
    }

    private Optional<Base> day(Base value) {
        if (value instanceof Period said) {
            var period = new Period();
            shown(said.getStartElement()).ifPresent(day -> period.setStartElement(new DateTimeType(day)));
            shown(said.getEndElement()).ifPresent(day -> period.setEndElement(new DateTimeType(day)));
            return period.isEmpty() ? Optional.empty() : Optional.of(period);
        }
        return shown((BaseDateTimeType) value)
                .map(day -> value instanceof DateType ? new DateType(day) : new DateTimeType(day));
    }

    private Optional<String> shown(BaseDateTimeType said) {
        return said.hasValue() ? days.apply(ReportDay.of(said)) : Optional.empty();
    }

    private Optional<Base> reference(Reference said, Set<String> targets) {
        var target = said.getReferenceElement();
        if (!targets.contains(String.valueOf(target.getResourceType()))) {
            return Optional.empty();
        }
        return references
                .apply(target.getResourceType() + "/" + target.getIdPart())
                .map(id -> new Reference(target.getResourceType() + "/" + id));
    }
}

package io.github.sprigfhir.guide;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A resource, or any value in it, as nested lists that a person can read. */
final class ResourceView {

    private static final List<String> HOUSEKEEPING = List.of("id", "meta", "text");

    private final Links links;

    ResourceView(Links links) {
        this.links = links;
    }

    /** The filled elements of a resource or structure, but for those named. */
    Html properties(Base base, List<String> without) {
        List<Property> filled = base.children().stream()
                .filter(Property::hasValues)
                .filter(property -> !without.contains(property.getName()))
                .toList();
        return Html.tag("dl", Html.each(filled, this::property));
    }

    private Html property(Property property) {
        return Html.each(
                property.getValues(),
                value -> Html.all(Html.tag("dt", name(property, value)), Html.tag("dd", value(value))));
    }

    private Html name(Property property, Base value) {
        return value instanceof Extension extension
                ? links.extension(extension.getUrl())
                : Html.text(property.getName().replace("[x]", ""));
    }

    /** One value, in a line where its type allows. */
    Html value(Base value) {
        if (value instanceof PrimitiveType<?> primitive) {
            return Html.text(primitive.asStringValue());
        }
        if (value instanceof CodeableConcept concept) {
            return concept(concept);
        }
        if (value instanceof Coding coding) {
            return coding(coding);
        }
        if (value instanceof Reference reference) {
            return reference(reference);
        }
        if (value instanceof Identifier identifier) {
            return words(Html.text(identifier.getValue()), Html.code(identifier.getSystem()));
        }
        if (value instanceof Extension extension) {
            return extension.hasValue() ? value(extension.getValue()) : properties(extension, List.of("url"));
        }
        if (value instanceof Resource resource) {
            return Html.all(links.type(resource.fhirType()), properties(resource, HOUSEKEEPING));
        }
        return measured(value);
    }

    private Html measured(Base value) {
        if (value instanceof HumanName name) {
            return Html.text(name.getNameAsSingleString());
        }
        if (value instanceof Quantity quantity && quantity.hasValue()) {
            String unit = quantity.hasUnit() ? quantity.getUnit() : quantity.getCode();
            return words(Html.text(quantity.getValue().toPlainString()), Html.text(unit));
        }
        if (value instanceof Period period) {
            return Html.text(Stream.of(
                            period.getStartElement().asStringValue(),
                            period.getEndElement().asStringValue())
                    .map(moment -> moment == null ? "…" : moment)
                    .reduce((start, end) -> start + " to " + end)
                    .orElse(""));
        }
        return properties(value, List.of());
    }

    private Html concept(CodeableConcept concept) {
        Html text = concept.hasText() ? Html.text("“" + concept.getText() + "”") : Html.NOTHING;
        return words(text, Html.each(concept.getCoding(), "; ", this::coding));
    }

    private Html coding(Coding coding) {
        Html system = coding.hasSystem()
                ? Html.all(Html.text("("), links.system(coding.getSystem()), Html.text(")"))
                : Html.NOTHING;
        return words(Html.text(coding.getDisplay()), Html.code(coding.getCode()), system);
    }

    private Html reference(Reference reference) {
        Html target = reference.hasReference() ? links.reference(reference.getReference()) : Html.NOTHING;
        Html identifier = reference.hasIdentifier() ? value(reference.getIdentifier()) : Html.NOTHING;
        return words(Html.text(reference.getDisplay()), target, identifier);
    }

    private static Html words(Html... parts) {
        return Html.each(Stream.of(parts).filter(part -> !part.isEmpty()).toList(), " ", part -> part);
    }
}

package io.github.sprigfhir.app.platform.validation;

import io.github.sprigfhir.app.platform.validation.RuleBook.Place;
import io.github.sprigfhir.app.platform.validation.Shape.Check;
import io.github.sprigfhir.app.platform.validation.Shape.Coded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.utilities.Utilities;
import org.jspecify.annotations.Nullable;

/** Reads the shape of one resource in a single pass over its elements. */
final class ShapeReader {

    /** Judged by code of their own in the validator, which compares values with each other or with other resources. */
    private static final Set<String> SPECIAL_RESOURCES =
            Set.of("Questionnaire", "QuestionnaireResponse", "Measure", "MeasureReport");

    private static final Set<String> SPECIAL_TYPES = Set.of("Attachment", "Signature", "SampledData");
    private static final Set<String> CODED_TYPES =
            Set.of("CodeableConcept", "Coding", "Quantity", "Age", "Count", "Distance", "Duration", "Money");
    /** Identifier systems that say what form the value must have. */
    private static final Set<String> SYSTEMS_OF_FORM =
            Set.of("urn:ietf:rfc:3986", "https://tools.ietf.org/html/rfc4122");

    private static final int DEEPEST = 32;
    private static final int LONGEST = 100_000;

    /** Something about the resource is beyond what a shape can tell. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    private final RuleBooks books;
    private final DomainResource resource;
    private final StringBuilder out = new StringBuilder(1024);
    private final List<Coded> coded = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    /** The coded elements of the present part of the resource, whose context is not known yet. */
    private final List<Coded> pending = new ArrayList<>();

    private @Nullable CodedContent content;

    private ShapeReader(RuleBooks books, DomainResource resource) {
        this.books = books;
        this.resource = resource;
    }

    /** The shape of the resource with regard to the profiles, or null if it can only be validated in full. */
    static @Nullable Shape read(RuleBooks books, DomainResource resource, List<String> profiles) {
        if (resource instanceof MetadataResource
                || SPECIAL_RESOURCES.contains(resource.fhirType())
                || resource.hasContained()) {
            return null;
        }
        try {
            return new ShapeReader(books, resource).shape(profiles);
        } catch (Unreadable beyondUs) {
            return null;
        }
    }

    private Shape shape(List<String> profiles) throws Unreadable {
        var places = new ArrayList<Place>();
        for (var url : profiles) {
            places.add(rootOf(books.of(url)));
        }
        rules(resource, places);
        out.append(resource.fhirType());
        profiles.forEach(this::word);
        var version = resource.getIdElement().getVersionIdPart();
        if (version != null && !Plain.isId(version)) {
            throw new Unreadable();
        }
        out.append(version == null ? '-' : '+');
        var judgedBy = out.toString();
        for (var property : resource.children()) {
            int index = 0;
            for (var value : property.getValues()) {
                int start = out.length();
                child(property, value, index, "", places, false, 1);
                settle(judgedBy, out.substring(start));
                index++;
            }
        }
        return new Shape(out.toString(), coded, checks);
    }

    /** Gives the coded elements of a part of the resource that part's shape as their context. */
    private void settle(String judgedBy, String part) {
        for (var one : pending) {
            coded.add(new Coded(judgedBy + part + one.context(), one.content(), one.isNamed()));
        }
        pending.clear();
    }

    private void child(
            Property property,
            @Nullable Base value,
            int index,
            String path,
            List<Place> parentPlaces,
            boolean parentVerbatim,
            int depth)
            throws Unreadable {
        if (value == null || value.isEmpty()) {
            return;
        }
        if (depth > DEEPEST || out.length() > LONGEST) {
            throw new Unreadable();
        }
        var type = value.fhirType();
        var name = property.getName();
        var jsonName = name.endsWith("[x]") ? name.substring(0, name.length() - 3) + Utilities.capitalize(type) : name;
        var places = placesOf(value, type, name, jsonName, parentPlaces);
        boolean verbatim = parentVerbatim || isVerbatim(value, type, places);
        out.append(jsonName).append('(');
        if (value.isPrimitive()) {
            primitive(value, type, name, depth, verbatim);
        }
        var here = path + '.' + jsonName + index;
        if (CODED_TYPES.contains(type) && content == null && !verbatim) {
            content = new CodedContent(books);
            children(value, here, places, false, depth);
            pending.add(content.at(here));
            content = null;
        } else {
            children(value, here, places, verbatim, depth);
        }
        out.append(')');
    }

    private void children(Base value, String path, List<Place> places, boolean verbatim, int depth) throws Unreadable {
        if (value instanceof Narrative narrative) {
            NarrativeShape.write(narrative.getDiv(), out);
        }
        if (value.isPrimitive() && !((Element) value).hasExtension() && !((Element) value).hasId()) {
            return;
        }
        for (var property : value.children()) {
            if (value instanceof Narrative && "div".equals(property.getName())) {
                continue;
            }
            int index = 0;
            for (var one : property.getValues()) {
                child(property, one, index, path, places, verbatim, depth + 1);
                index++;
            }
        }
    }

    private List<Place> placesOf(Base value, String type, String name, String jsonName, List<Place> parents)
            throws Unreadable {
        var places = new ArrayList<Place>(parents.size() + 1);
        for (var parent : parents) {
            var place = parent.child(name, jsonName);
            if (place != null) {
                places.add(place);
                for (var profile : place.typeProfiles()) {
                    places.add(rootOf(books.of(profile)));
                }
            }
        }
        if (!value.isPrimitive() && type.indexOf('.') < 0) {
            places.add(rootOf(books.ofType(type)));
        }
        if (value instanceof Extension extension && extension.hasUrl() && Utilities.isAbsoluteUrl(extension.getUrl())) {
            var book = books.of(extension.getUrl());
            if (book != null) {
                places.add(book.root());
            }
        }
        rules(value, places);
        return places;
    }

    private static Place rootOf(@Nullable RuleBook book) throws Unreadable {
        if (book == null) {
            throw new Unreadable();
        }
        return book.root();
    }

    private void rules(Base value, List<Place> places) throws Unreadable {
        for (var place : places) {
            if (place.isUnreadable()) {
                throw new Unreadable();
            }
            for (var invariant : place.invariants()) {
                checks.add(new Check(invariant, value));
            }
        }
    }

    private static boolean isVerbatim(Base value, String type, List<Place> places) throws Unreadable {
        if (value instanceof Reference reference && reference.getResource() != null && !reference.hasReference()) {
            throw new Unreadable();
        }
        return places.stream().anyMatch(Place::isVerbatim)
                || SPECIAL_TYPES.contains(type)
                || (value instanceof Identifier identifier
                        && identifier.hasSystem()
                        && SYSTEMS_OF_FORM.contains(identifier.getSystem()));
    }

    private void primitive(Base value, String type, String name, int depth, boolean verbatim) {
        var text = depth == 1 && "id".equals(name) ? resource.getIdElement().getIdPart() : value.primitiveValue();
        if (text == null) {
            return;
        }
        if (content != null && content.takes(name, type)) {
            out.append('c');
            content.add(text);
            return;
        }
        boolean elementId = "id".equals(name) && depth > 1;
        var plain = verbatim || elementId || books.isNamed(text) ? null : classOf(name, type, text);
        if (plain == null) {
            word(text);
        } else {
            out.append('~').append(plain);
        }
    }

    private @Nullable String classOf(String name, String type, String text) {
        return switch (name) {
            case "reference" -> References.classOf(text, resource);
            case "source" -> References.isRequestId(text) ? "#" : Plain.classOf(type, text);
            default -> Plain.classOf(type, text);
        };
    }

    private void word(String text) {
        out.append('=').append(text.length()).append(':').append(text);
    }
}

package io.github.sprigfhir.app.platform.validation;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/** The rule books of the profiles, data types and extensions met so far. */
final class RuleBooks {

    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";

    private final IWorkerContext definitions;
    private final Invariants invariants;
    private final Map<String, RuleBook> read = new ConcurrentHashMap<>();
    private final Set<String> literals = ConcurrentHashMap.newKeySet();

    RuleBooks(IWorkerContext definitions, Invariants invariants) {
        this.definitions = definitions;
        this.invariants = invariants;
    }

    /** The rule book of the profile or extension, or null if there is no such definition. */
    @Nullable
    RuleBook of(String url) {
        var known = read.get(url);
        if (known != null) {
            return known;
        }
        var definition = definitions.fetchResource(StructureDefinition.class, url);
        if (definition == null) {
            return null;
        }
        var book = new RuleBook(definition, invariants);
        literals.addAll(book.literals());
        read.put(url, book);
        return book;
    }

    @Nullable
    RuleBook ofType(String fhirType) {
        return of(CORE + fhirType);
    }

    /** Whether any definition read so far names this value in a fixed or pattern element. */
    boolean isNamed(String value) {
        return literals.contains(value);
    }
}

package io.github.sprigfhir.app.terminology;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.sprigfhir.app.platform.validation.ProfileValidator;
import io.github.sprigfhir.domain.terminology.Contents;
import io.github.sprigfhir.domain.terminology.ImplicitSet;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.stereotype.Component;

/** The value sets that are known here, and what is in them. */
@Component
final class ValueSets {

    private static final int MOST_READ = 500;

    private final ProfileValidator validator;
    private final CurrentSnomed snomed;
    private final Cache<String, Contents> read =
            Caffeine.newBuilder().maximumSize(MOST_READ).build();

    ValueSets(ProfileValidator validator, CurrentSnomed snomed) {
        this.validator = validator;
        this.snomed = snomed;
    }

    /** By its canonical address, with or without a version, or one that FHIR gives SNOMED CT; none where there is none. */
    Optional<ValueSet> find(String address) {
        if (implicitly(address).isPresent()) {
            return Optional.of(implicit(address));
        }
        var parts = address.split("\\|", 2);
        return validator.known().fetchValueSet(parts[0]) instanceof ValueSet found
                        && (parts.length == 1 || parts[1].equals(found.getVersion()))
                ? Optional.of(found)
                : Optional.empty();
    }

    /** What is in it now; throws where it cannot be told, and says why. */
    Contents contents(ValueSet valueSet) throws NotUnderstood {
        var concepts = snomed.now();
        if (!valueSet.hasId()) {
            return contents(valueSet, validator.known(), concepts);
        }
        // One of ours or of FHIR's, which does not change while the server runs; editions do.
        var key = valueSet.getUrl() + " " + concepts.version().orElse("");
        var known = read.getIfPresent(key);
        if (known == null) {
            known = contents(valueSet, validator.known(), concepts);
            read.put(key, known);
        }
        return known;
    }

    static Contents contents(ValueSet valueSet, IValidationSupport known, Concepts concepts) throws NotUnderstood {
        return new ValueSetReader(new ValidationSupportContext(known), concepts).read(valueSet);
    }

    /**
     * What an address of SNOMED CT means by itself. Within a canonical address an expression is encoded once; in a
     * parameter it may have been decoded already.
     */
    static Optional<ImplicitSet> implicitly(String address) {
        if (address.indexOf('%') < 0) {
            return ImplicitSet.read(address);
        }
        try {
            return ImplicitSet.read(URLDecoder.decode(address, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static ValueSet implicit(String address) {
        var whole = new ValueSet();
        whole.setUrl(address).setStatus(org.hl7.fhir.r4.model.Enumerations.PublicationStatus.ACTIVE);
        whole.setTitle("SNOMED CT, as its address says");
        whole.getCompose().addInclude().addValueSet(address);
        return whole;
    }

    /** Why a value set cannot be read. */
    static final class NotUnderstood extends Exception {

        private static final long serialVersionUID = 1L;

        NotUnderstood(String why) {
            super(why);
        }

        /** In plain English. */
        String why() {
            return String.valueOf(getMessage());
        }
    }
}

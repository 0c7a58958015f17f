package io.github.sprigfhir.app.access.register;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.sprigfhir.app.access.WhenGuarded;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.kernel.OdsCode;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.RegisteredSystem;
import io.github.sprigfhir.domain.kernel.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Finds in the directory what the register names. It may be named before it is there: by {@code Organization/[id]}, by
 * an ODS code, or by {@code system|value} of an identifier.
 */
@Component
@WhenGuarded
public final class Organisations {

    private static final Pattern REFERENCE =
            Pattern.compile("(Organization|PractitionerRole|Practitioner|ResearchStudy)/[A-Za-z0-9.-]{1,64}");
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Store store;
    private final Cache<String, Party> known =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    Organisations(Store store) {
        this.store = store;
    }

    /** How the register writes for which research project somebody acts; none where the text is no name of one. */
    public static Optional<String> project(String name) {
        var form = "ResearchStudy/" + name;
        return Optional.of(form).filter(text -> REFERENCE.matcher(text).matches());
    }

    /** How the register writes an organisation; none where the text is no form of it. */
    public static Optional<String> form(String text) {
        if (text.startsWith("Organization/") && REFERENCE.matcher(text).matches()) {
            return Optional.of(text);
        }
        var bar = text.indexOf('|');
        if (bar > 0 && bar < text.length() - 1) {
            return Optional.of(text);
        }
        return OdsCode.parse(text)
                .fold(
                        code -> Optional.of(RegisteredSystem.ODS_ORGANISATION.uri() + "|" + code.value()),
                        refusal -> Optional.empty());
    }

    /** For whom somebody in a role acts who is registered for that; none where the directory has none, or several. */
    public Optional<Party> find(Role role, String text) {
        var form = text.startsWith("ResearchStudy/") ? Optional.of(text) : form(text);
        return form.flatMap(known -> found(Organization.class, known)).filter(role::actsFor);
    }

    /** The person who is meant, in a role. */
    public Optional<Party> findPerson(String text) {
        return found(PractitionerRole.class, text);
    }

    private Optional<Party> found(Class<? extends Resource> type, String form) {
        if (REFERENCE.matcher(form).matches()) {
            return Optional.of(new Party(form));
        }
        var remembered = known.getIfPresent(form);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var bar = form.indexOf('|');
        if (bar < 1) {
            return Optional.empty();
        }
        var found = store.identified(
                type, new Identifier().setSystem(form.substring(0, bar)).setValue(form.substring(bar + 1)));
        if (found.size() != 1) {
            return Optional.empty();
        }
        var party = new Party(
                type.getSimpleName() + "/" + found.get(0).getIdElement().getIdPart());
        known.put(form, party);
        return Optional.of(party);
    }
}

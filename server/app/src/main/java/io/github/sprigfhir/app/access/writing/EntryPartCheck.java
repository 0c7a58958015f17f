package io.github.sprigfhir.app.access.writing;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.domain.access.EntryParts;
import io.github.sprigfhir.domain.kernel.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Holds a role that changes a part of an entry of the directory to that part. */
final class EntryPartCheck {

    /** What every version has of its own. */
    private static final Set<String> NOT_CONTENT = Set.of("id", "meta", "implicitRules");

    private EntryPartCheck() {}

    static List<Problem> between(@Nullable Resource before, Resource after, Identity caller) {
        var kind = FhirKind.of(after.fhirType()).orElseThrow();
        var part = EntryParts.extensions(caller.role(), kind);
        if (part.isEmpty() || !(before instanceof DomainResource was) || !(after instanceof DomainResource is)) {
            return List.of();
        }
        return EntryParts.judge(changed(without(was, part.get()), without(is, part.get()))).stream()
                .map(refusal -> Problem.invalid(refusal.reason(), after.fhirType(), refusal.text(), refusal.remedy()))
                .toList();
    }

    private static DomainResource without(DomainResource whole, Set<String> extensions) {
        var rest = whole.copy();
        rest.getExtension().removeIf(extension -> extensions.contains(extension.getUrl()));
        return rest;
    }

    private static Set<String> changed(DomainResource was, DomainResource is) {
        var changed = new TreeSet<String>();
        for (var element : is.children()) {
            if (!NOT_CONTENT.contains(element.getName()) && !isSame(was.getNamedProperty(element.getName()), element)) {
                changed.add(element.getName());
            }
        }
        if (!tags(was).containsAll(tags(is))) {
            changed.add("meta.tag");
        }
        return changed;
    }

    private static boolean isSame(@Nullable Property was, Property is) {
        return was != null && Base.compareDeep(new ArrayList<>(was.getValues()), new ArrayList<>(is.getValues()), true);
    }

    private static List<String> tags(Resource resource) {
        return resource.getMeta().getTag().stream().map(EntryPartCheck::token).toList();
    }

    private static String token(Coding tag) {
        return tag.getSystem() + "|" + tag.getCode();
    }
}

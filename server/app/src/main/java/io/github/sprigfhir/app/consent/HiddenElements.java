package io.github.sprigfhir.app.consent;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import io.github.sprigfhir.domain.consent.MinimumElements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Gives back to what a provider has sent what the provider was not shown, so that it is neither lost nor changed. */
@Component
final class HiddenElements {

    private final MinimumView view;

    HiddenElements(MinimumView view) {
        this.view = view;
    }

    /**
     * Completes what was sent.
     *
     * @param stored as it is; not touched
     * @param sent by who saw only its minimum; completed in place
     * @return the elements that are not shown and were sent nevertheless, as paths
     */
    List<String> giveBack(Resource stored, Resource sent) {
        var changed = new ArrayList<String>();
        sent.getMeta().getTag().removeIf(MinimumView::isSubsetted);
        var before = stored.copy();
        // Its elements are taken apart to see what was shown of each.
        var shown = stored.copy();
        for (var child : view.elements(sent)) {
            var name = Children.name(child);
            if (!name.equals("id") && !name.equals("meta")) {
                var whole = new Sent(sent.fhirType(), child, before, shown, sent).whole(view);
                whole.ifPresentOrElse(
                        values -> Children.replace(child, sent, values),
                        () -> changed.add(sent.fhirType() + "." + name));
            }
        }
        return changed;
    }

    /** One element of three: as it is stored, as it can be taken apart, and as it was sent. */
    private record Sent(String type, BaseRuntimeChildDefinition child, Resource before, Resource shown, Resource sent) {

        /** What it is when what is hidden of it is added; none if something hidden would change. */
        Optional<List<Base>> whole(MinimumView view) {
            var name = Children.name(child);
            var stored = Children.values(child, before);
            var parts = Children.values(child, shown);
            var whole = new ArrayList<Base>();
            var visible = new ArrayList<Base>();
            var originals = new ArrayList<Base>();
            for (int i = 0; i < stored.size(); i++) {
                if (view.showsInPart(type, name, parts.get(i))) {
                    visible.add(parts.get(i));
                    originals.add(stored.get(i));
                } else {
                    whole.add(stored.get(i));
                }
            }
            for (var value : Children.values(child, sent)) {
                var same = indexOf(visible, value);
                if (same >= 0) {
                    visible.remove(same);
                    whole.add(originals.remove(same));
                } else if (indexOf(whole, value) < 0) {
                    if (isHidden(name, value)) {
                        return Optional.empty();
                    }
                    whole.add(value);
                }
            }
            return Optional.of(whole);
        }

        /** A patch sends what is stored whole; what only says that it is masked says nothing. */
        private boolean isHidden(String name, Base value) {
            return !name.equals("extension")
                    && !MinimumElements.shows(type, name)
                    && !MinimumElements.leadsToShown(type, name)
                    && !value.isEmpty();
        }

        private static int indexOf(List<Base> values, Base wanted) {
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i).equalsDeep(wanted)) {
                    return i;
                }
            }
            return -1;
        }
    }
}

package io.github.sprigfhir.app.feedback;

import io.github.sprigfhir.domain.feedback.AskedSubscription;
import java.util.List;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads a Subscription of the Subscriptions R5 Backport (1.1.0) into the domain's words. */
final class FhirSubscription {

    private static final String BACKPORT = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";
    private static final String FILTER = BACKPORT + "backport-filter-criteria";
    private static final String CONTENT = BACKPORT + "backport-payload-content";

    private FhirSubscription() {}

    static AskedSubscription read(Subscription subscription) {
        var channel = subscription.getChannel();
        return new AskedSubscription(
                subscription.hasStatus() ? subscription.getStatus().toCode() : "",
                given(subscription.getCriteria()),
                extensions(subscription.getCriteriaElement(), FILTER),
                channel.hasType() ? channel.getType().toCode() : "",
                given(channel.getEndpoint()),
                given(channel.getPayload()),
                String.join(" ", extensions(channel.getPayloadElement(), CONTENT)),
                channel.getHeader().size());
    }

    private static List<String> extensions(Element element, String url) {
        return element.getExtension().stream()
                .filter(extension -> url.equals(extension.getUrl()))
                .map(Extension::getValue)
                .map(value -> value == null ? "" : given(value.primitiveValue()))
                .toList();
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }
}

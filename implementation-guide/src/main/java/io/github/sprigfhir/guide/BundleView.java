package io.github.sprigfhir.guide;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;

/** A transaction as the list of requests that it is, each with the resource it carries. */
final class BundleView {

    private final ResourceView view;

    BundleView(ResourceView view) {
        this.view = view;
    }

    Html render(Bundle bundle) {
        String type = bundle.hasType() ? bundle.getType().toCode() : "Bundle";
        return Html.all(
                Html.tag("p", Html.text("A " + type + " of " + bundle.getEntry().size() + " entries.")),
                Html.each(bundle.getEntry(), this::entry));
    }

    private Html entry(Bundle.BundleEntryComponent entry) {
        Html content = entry.hasResource()
                ? view.properties(entry.getResource(), List.of("id", "meta", "text"))
                : Html.NOTHING;
        return Html.all(heading(entry), address(entry), content);
    }

    private static Html heading(Bundle.BundleEntryComponent entry) {
        String method =
                entry.getRequest().hasMethod() ? entry.getRequest().getMethod().toCode() + " " : "";
        String type = entry.hasResource()
                ? entry.getResource().fhirType()
                : entry.getRequest().getUrl();
        return Html.tag("h2", Html.text(method + type));
    }

    private static Html address(Bundle.BundleEntryComponent entry) {
        Bundle.BundleEntryRequestComponent request = entry.getRequest();
        Html to = request.hasUrl() ? Html.all(Html.text("To "), Html.code(request.getUrl())) : Html.NOTHING;
        Html unless = request.hasIfNoneExist()
                ? Html.all(Html.text(", unless there is one with "), Html.code(request.getIfNoneExist()))
                : Html.NOTHING;
        Html known = entry.hasFullUrl()
                ? Html.all(Html.text(". Other entries call it "), Html.code(entry.getFullUrl()), Html.text("."))
                : Html.text(".");
        return Html.tag("p", to, unless, known);
    }
}

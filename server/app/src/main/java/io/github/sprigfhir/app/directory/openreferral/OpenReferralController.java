package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * The directory as Open Referral UK 3.0 publishes one, for everybody to read: its paths, parameters and envelopes
 * (docs.openreferraluk.org). A wrong parameter is told by 400 with a body in JSON: error, parameter and remedy.
 */
@RestController
@RequestMapping(path = "/oruk", produces = MediaType.APPLICATION_JSON_VALUE)
class OpenReferralController {

    private static final String PROFILE = "https://docs.openreferraluk.org/en/latest/";
    private static final int MOST_SERVICES = 500;

    private static final Set<String> PAGING = Set.of("page", "per_page", "format", "search");
    private static final Set<String> OF_SERVICES = Set.of(
            "page",
            "per_page",
            "format",
            "search",
            "taxonomy_term_id",
            "taxonomy_id",
            "organization_id",
            "minimum_age",
            "maximum_age",
            "postcode",
            "proximity",
            "modified_after",
            "minimal",
            "full");
    private static final Set<String> OF_TERMS =
            Set.of("page", "per_page", "format", "search", "taxonomy_id", "parent_id", "top_only");

    private final PublishedQuery query;
    private final OpenReferralSettings settings;

    OpenReferralController(PublishedQuery query, OpenReferralSettings settings) {
        this.query = query;
        this.settings = settings;
    }

    @GetMapping({"", "/"})
    ResponseEntity<String> about(WebRequest request) {
        var json = Published.object()
                .put("version", "HSDS-UK-3.0")
                .put("profile", PROFILE)
                .put("openapi_url", PROFILE + "openapi30.json");
        if (!settings.publisher().isEmpty()) {
            json.putObject("publisher").put("name", settings.publisher());
        }
        return answer(json, Optional.empty(), request);
    }

    @GetMapping("/services")
    ResponseEntity<String> services(WebRequest request) {
        return list(request, OF_SERVICES, query::services, OpenReferralController::isList);
    }

    @GetMapping("/services/{id}")
    ResponseEntity<String> service(@PathVariable String id, WebRequest request) {
        return one(query.service(id), request);
    }

    @GetMapping("/service_at_locations")
    ResponseEntity<String> places(WebRequest request) {
        return list(request, OF_SERVICES, query::places, OpenReferralController::isList);
    }

    @GetMapping("/service_at_locations/{id}")
    ResponseEntity<String> place(@PathVariable String id, WebRequest request) {
        return one(query.place(id), request);
    }

    @GetMapping("/organizations")
    ResponseEntity<String> organizations(WebRequest request) {
        return list(
                request,
                Set.of("page", "per_page", "format", "search", "full"),
                query::organizations,
                OpenReferralController::isList);
    }

    @GetMapping("/organizations/{id}")
    ResponseEntity<String> organization(@PathVariable String id, WebRequest request) {
        return one(query.organization(id, MOST_SERVICES), request);
    }

    @GetMapping("/taxonomies")
    ResponseEntity<String> taxonomies(WebRequest request) {
        return list(request, PAGING, query::taxonomies, field -> false);
    }

    @GetMapping("/taxonomies/{id}")
    ResponseEntity<String> taxonomy(@PathVariable String id, WebRequest request) {
        return one(query.taxonomy(id), request);
    }

    @GetMapping("/taxonomy_terms")
    ResponseEntity<String> terms(WebRequest request) {
        return list(request, OF_TERMS, query::terms, field -> false);
    }

    @GetMapping("/taxonomy_terms/{id}")
    ResponseEntity<String> term(@PathVariable String id, WebRequest request) {
        return one(query.term(id), request);
    }

    @ExceptionHandler
    ResponseEntity<String> wrong(WrongRequest wrong) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_JSON)
                .body(wrong.body());
    }

    /** The children of what is listed are left out of a list, unless they are asked for. */
    private static boolean isList(JsonNode field) {
        return field.isArray();
    }

    private ResponseEntity<String> list(
            WebRequest request,
            Set<String> known,
            Function<Asked, PublishedQuery.Page> find,
            Function<JsonNode, Boolean> leftOut) {
        var asked = new Asked(request.getParameterMap(), known);
        asked.checkFormat();
        var full = asked.isTrue("full");
        var minimal = asked.isTrue("minimal");
        var page = find.apply(asked);
        var number = asked.page();
        var pages = (page.total() + asked.perPage() - 1) / asked.perPage();
        var json = Published.object()
                .put("total_items", page.total())
                .put("total_pages", pages)
                .put("page_number", number)
                .put("size", page.items().size())
                .put("first_page", number == 1)
                .put("last_page", number >= pages)
                .put("empty", page.items().isEmpty());
        var contents = json.putArray("contents");
        UnaryOperator<ObjectNode> form =
                item -> minimal ? item.retain("id", "last_modified") : full ? item : basic(item, leftOut);
        page.items().forEach(item -> contents.add(form.apply(item)));
        return answer(json, Optional.empty(), request);
    }

    private static ObjectNode basic(ObjectNode item, Function<JsonNode, Boolean> leftOut) {
        var basic = Published.object();
        item.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode child) {
                basic.set(field.getKey(), basic(child, leftOut));
            } else if (!leftOut.apply(field.getValue())) {
                basic.set(field.getKey(), field.getValue());
            }
        });
        return basic;
    }

    private ResponseEntity<String> one(Optional<PublishedQuery.Found> found, WebRequest request) {
        var asked = new Asked(request.getParameterMap(), Set.of("format", "full_service"));
        asked.checkFormat();
        return found.map(known -> answer(
                        known.document(),
                        known.modified().isPresent()
                                ? Optional.of(known.modified().getAsLong())
                                : Optional.empty(),
                        request))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Json.write(Published.object().put("error", "There is nothing under this id."))));
    }

    private ResponseEntity<String> answer(ObjectNode json, Optional<Long> modified, WebRequest request) {
        if (!settings.publish()) {
            return ResponseEntity.notFound().build();
        }
        var body = Json.write(json);
        var tag = "\"" + Json.digest(body).substring(0, 32) + "\"";
        var builder = ResponseEntity.status(isKnown(request, tag) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON);
        modified.ifPresent(builder::lastModified);
        return isKnown(request, tag) ? builder.build() : builder.body(body);
    }

    private static boolean isKnown(WebRequest request, String tag) {
        var sent = request.getHeader("If-None-Match");
        return sent != null && List.of(sent.split("\\s*,\\s*", -1)).contains(tag);
    }
}

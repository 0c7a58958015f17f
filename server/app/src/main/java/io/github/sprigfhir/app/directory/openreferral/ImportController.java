package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.app.platform.caller.Identities;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /directory/imports}: a spreadsheet, a file or a feed is sent to be checked or imported, and its report is read.
 * The gate lets in administrators and directory editors. Answers are JSON, or lines for people with {@code format=text}.
 */
@RestController
@RequestMapping("/directory/imports")
class ImportController {

    private static final String CHECK_ONLY = "check-only";
    private static final String RETIRE_ALL = "retire-all";
    private static final String CHANGED_ONLY = "changed-only";
    private static final Set<String> SENDING =
            Set.of("feed", "address", "format", CHECK_ONLY, RETIRE_ALL, CHANGED_ONLY);

    private final Submissions submissions;
    private final Reports reports;
    private final OpenReferralSettings settings;

    ImportController(Submissions submissions, Reports reports, OpenReferralSettings settings) {
        this.submissions = submissions;
        this.reports = reports;
        this.settings = settings;
    }

    @PostMapping
    ResponseEntity<String> send(HttpServletRequest request) throws IOException {
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/")) {
            throw new WrongRequest(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(),
                    "",
                    "The body is no form.",
                    "Send the file itself, with Content-Type: text/csv or application/json.");
        }
        var asked = new Asked(request.getParameterMap(), SENDING);
        isForPeople(asked);
        var sender = sender(request);
        var content = content(request);
        if (content.length == 0) {
            return accepted(
                    submissions.importFeed(
                            sender,
                            asked.text("feed"),
                            asked.text("address"),
                            !asked.isTrue(CHANGED_ONLY),
                            asked.isTrue(RETIRE_ALL)),
                    asked);
        }
        if (type.startsWith("application/json")) {
            return accepted(
                    submissions.importFile(sender, asked.text("feed"), content, asked.isTrue(RETIRE_ALL)), asked);
        }
        if (!type.startsWith("text/csv")) {
            throw new WrongRequest(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(),
                    "",
                    "Files of this media type are not read.",
                    "Send a spreadsheet as text/csv, a file of Open Referral UK as application/json.");
        }
        var sheet = submissions.check(sender, content);
        if (!sheet.isRight() || asked.isTrue(CHECK_ONLY)) {
            return answer(
                    sheet.isRight() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY,
                    asked,
                    Reports.of(sheet),
                    json -> Reports.words(sheet));
        }
        return accepted(submissions.importSheet(sender, asked.text("feed"), sheet, asked.isTrue(RETIRE_ALL)), asked);
    }

    @GetMapping
    ResponseEntity<String> last(HttpServletRequest request) {
        var asked = new Asked(request.getParameterMap(), Set.of("format", "feed"));
        var runs = reports.last(sender(request).ownFeed().or(() -> asked.text("feed")));
        var json = Published.object();
        json.putArray("runs").addAll(runs);
        return answer(
                HttpStatus.OK,
                asked,
                json,
                all -> runs.isEmpty()
                        ? "Nothing was imported yet.\n"
                        : runs.stream().map(Reports::words).collect(Collectors.joining()));
    }

    @GetMapping("/{run}")
    ResponseEntity<String> one(@PathVariable String run, HttpServletRequest request) {
        var asked = new Asked(request.getParameterMap(), Set.of("format"));
        var own = sender(request).ownFeed();
        var found = Optional.of(run)
                .filter(id -> id.matches("\\d{1,18}"))
                .flatMap(id -> reports.one(Long.parseLong(id)))
                .filter(json ->
                        own.isEmpty() || own.get().equals(json.path("feed").asText()))
                .orElseThrow(() -> new WrongRequest(
                        HttpStatus.NOT_FOUND.value(),
                        "",
                        "There is no such run.",
                        "GET /directory/imports lists the last ones."));
        return answer(HttpStatus.OK, asked, found, Reports::words);
    }

    @ExceptionHandler
    ResponseEntity<String> wrong(WrongRequest wrong) {
        return ResponseEntity.status(wrong.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(wrong.body());
    }

    private static Submissions.Sender sender(HttpServletRequest request) {
        return new Submissions.Sender(Identities.of(request));
    }

    private byte[] content(HttpServletRequest request) throws IOException {
        var encoding = String.valueOf(request.getHeader("Content-Encoding")).toLowerCase(Locale.ROOT);
        if (!List.of("null", "identity").contains(encoding)) {
            throw new WrongRequest(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(), "", "Packed files are not read.", "Send it as it is.");
        }
        try (var in =
                new Limits(request.getInputStream(), settings.largestSheet().toBytes(), "The file")) {
            return in.readAllBytes();
        } catch (Limits.TooLarge large) {
            throw new WrongRequest(
                    HttpStatus.PAYLOAD_TOO_LARGE.value(),
                    "",
                    large.sentence(),
                    "Send it in parts under different names of feeds, or ask the operator to raise largest-sheet.");
        }
    }

    private ResponseEntity<String> accepted(long run, Asked asked) {
        var found = reports.one(run).orElseThrow();
        var answer = answer(HttpStatus.ACCEPTED, asked, found, Reports::words);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .headers(answer.getHeaders())
                .header("Location", "/directory/imports/" + run)
                .body(answer.getBody());
    }

    private static ResponseEntity<String> answer(
            HttpStatus status, Asked asked, ObjectNode json, Function<ObjectNode, String> words) {
        return isForPeople(asked)
                ? ResponseEntity.status(status)
                        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                        .body(words.apply(json))
                : ResponseEntity.status(status)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Json.write(json));
    }

    /** Whether lines are asked for; asked before anything is done, since it may be wrong. */
    private static boolean isForPeople(Asked asked) {
        var format = asked.text("format").orElse("json");
        if (!format.equals("json") && !format.equals("text")) {
            throw new WrongRequest("format", "There is no such format.", "Send json or text.");
        }
        return format.equals("text");
    }
}

package io.github.sprigfhir.app.platform.outcome;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What some of HAPI's numbered errors mean to the sender, where its own status or words would mislead. */
enum LibraryError {
    REFERENCE_FORM(
            422,
            IssueType.VALUE,
            ServerRule.REFERENCE_FORM,
            "A reference must name a type and an id of this server, or an entry of the same transaction."),
    REFERENCE_ELSEWHERE(
            422,
            IssueType.VALUE,
            ServerRule.REFERENCE_ELSEWHERE,
            "Send the resource to this server, and refer to it there."),
    REFERENCE_TO_NOTHING(
            422,
            IssueType.NOTFOUND,
            ServerRule.REFERENCE_TO_NOTHING,
            "Send what is referred to first, or in the same transaction."),
    REFERENCE_TO_SEVERAL(
            422,
            IssueType.MULTIPLEMATCHES,
            ServerRule.REFERENCE_TO_SEVERAL,
            "Refer by an identifier that only one resource has."),
    DUPLICATE(
            409,
            IssueType.DUPLICATE,
            ServerRule.DUPLICATE_IDENTIFIER,
            "Send If-None-Exist to create it only once, or update the one that is there."),
    VALUE(422, IssueType.VALUE, ServerRule.INVALID_VALUE, "Send a value that FHIR allows for this element."),
    ELEMENT(
            422,
            IssueType.STRUCTURE,
            ServerRule.UNKNOWN_ELEMENT,
            "Send only elements that FHIR R4 defines, each in the form it defines."),
    OPERATION(405, IssueType.NOTSUPPORTED, ServerRule.NOT_SUPPORTED, "The CapabilityStatement lists what it offers."),
    PATCH_BODY(
            400,
            IssueType.STRUCTURE,
            ServerRule.PATCH_BODY,
            "Send a Parameters resource (FHIRPath Patch) or a JSON Patch.");

    private static final Map<Integer, LibraryError> BY_NUMBER = Map.ofEntries(
            Map.entry(303, OPERATION),
            Map.entry(390, PATCH_BODY),
            Map.entry(505, REFERENCE_FORM),
            Map.entry(506, REFERENCE_FORM),
            Map.entry(507, REFERENCE_ELSEWHERE),
            Map.entry(508, REFERENCE_FORM),
            Map.entry(1090, REFERENCE_FORM),
            Map.entry(1091, REFERENCE_TO_NOTHING),
            Map.entry(1092, REFERENCE_TO_SEVERAL),
            Map.entry(1093, DUPLICATE),
            Map.entry(1094, REFERENCE_TO_NOTHING),
            Map.entry(1096, REFERENCE_TO_NOTHING),
            Map.entry(1820, ELEMENT),
            Map.entry(1821, VALUE),
            Map.entry(1822, ELEMENT),
            Map.entry(1823, ELEMENT),
            Map.entry(1824, ELEMENT),
            Map.entry(1825, ELEMENT),
            Map.entry(2602, REFERENCE_TO_NOTHING));

    private static final Pattern NUMBER = Pattern.compile("HAPI-0*(\\d+): ");
    private static final Pattern CLASS_NAME = Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}[A-Z]\\w*(?::\\s*)?");
    private static final Pattern ENVELOPE =
            Pattern.compile("^Failed to parse request body as \\w+ resource\\. Error was: ");
    /** What was tried again, in vain. */
    static final Pattern RETRIED = Pattern.compile("Max retries \\(\\d+\\) exceeded for version conflict: ");

    private static final Pattern XML_PLACE =
            Pattern.compile("DataFormatException at \\[\\[row,col \\{unknown-source}]: \\[(\\d+),(\\d+)]]");
    private static final Pattern PLACE = Pattern.compile("(?:in path: |at path\\[)([A-Z]\\w*(?:\\.[a-z]\\w*)+)");
    private static final Pattern ELEMENT_NAME = Pattern.compile("\\[element=\"(\\w+)\"]");

    private final int status;
    private final IssueType type;
    private final ServerRule rule;
    private final String remedy;

    LibraryError(int status, IssueType type, ServerRule rule, String remedy) {
        this.status = status;
        this.type = type;
        this.rule = rule;
        this.remedy = remedy;
    }

    /** The error that a message tells of; HAPI puts one message round another, and the innermost says most. */
    static Optional<LibraryError> in(String message) {
        return numbers(message).map(BY_NUMBER::get).filter(Objects::nonNull).findFirst();
    }

    /** The library's numbers in a message, the outermost first. */
    static Stream<Integer> numbers(String message) {
        return NUMBER.matcher(message).results().map(match -> Integer.valueOf(match.group(1)));
    }

    /** The message without the library's numbers and the names of its classes. */
    static String inPlainWords(String message) {
        var text = NUMBER.matcher(message).replaceAll("");
        text = CLASS_NAME.matcher(text).replaceAll("");
        text = ENVELOPE.matcher(text).replaceFirst("The body cannot be read: ");
        text = RETRIED.matcher(text).replaceFirst("");
        return XML_PLACE.matcher(text).replaceAll("line $1, column $2");
    }

    /** The element that a message speaks of, or empty where it names none. */
    static String place(String message) {
        var place = PLACE.matcher(message);
        if (place.find()) {
            return place.group(1).replaceAll("\\.where$", "");
        }
        var element = ELEMENT_NAME.matcher(message);
        return element.find() ? element.group(1) : "";
    }

    int status() {
        return status;
    }

    IssueType type() {
        return type;
    }

    ServerRule rule() {
        return rule;
    }

    /** What to say; the library's own words, already cleaned, where they are good enough. */
    String text(String cleaned) {
        return switch (this) {
            case DUPLICATE -> "Another resource of this type has this identifier already.";
            case PATCH_BODY -> "The body is not a patch.";
            case OPERATION -> "This server does not offer that operation.";
            case REFERENCE_FORM, REFERENCE_ELSEWHERE, REFERENCE_TO_NOTHING, REFERENCE_TO_SEVERAL, VALUE, ELEMENT ->
                cleaned;
        };
    }

    String remedy() {
        return remedy;
    }
}

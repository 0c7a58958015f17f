package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every row of the Social Prescribing Information Standard is stored, and read back where the mapping says it is. */
@RunningServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordMappingIT {

    private static final Path MAPPING = Path.of("../../implementation-guide/pages/national-record.csv");
    private static final Path EXAMPLES = Path.of("../../profiles/generated");
    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String PROFILES = IG + "StructureDefinition/";
    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    private static final Pattern REFERENCE = Pattern.compile("\"reference\": \"((\\w+)/example-[\\w-]+)\"");

    /** What is said where not any text or any code will do. */
    private static final Map<Integer, String> SAID = Map.ofEntries(
            Map.entry(29, "ZZ99 3VZ"),
            Map.entry(59, "A99007"),
            Map.entry(134, "Z99134"),
            Map.entry(150, "Z99150"),
            Map.entry(30, "temp"),
            Map.entry(35, "mobile"),
            Map.entry(39, "work"),
            Map.entry(38, "maud@example.org"),
            Map.entry(81, "1108111000000107"),
            Map.entry(100, "inactive"),
            Map.entry(210, "160625004"),
            Map.entry(275, "s"),
            Map.entry(284, "s"),
            Map.entry(312, "7"),
            Map.entry(327, "7"));

    /** What must be said besides, for a row to be possible at all; an example is called by its address. */
    private static final Map<Integer, Map<String, String>> BESIDES = Map.ofEntries(
            Map.entry(42, Map.of("photo.contentType", "image/png")),
            Map.entry(136, Map.of("telecom.system", "phone")),
            Map.entry(160, seen("PPRF")),
            Map.entry(163, seen("ATND")),
            Map.entry(166, Map.of("location.location.display", "The hall")),
            Map.entry(171, seen("PART")),
            Map.entry(186, Map.of("clinicalStatus.coding.where(system.exists()).code", "resolved")),
            Map.entry(
                    254,
                    Map.of("extension('" + PROFILES + "signposted-to').extension('organisation').value", "A club")),
            Map.entry(261, Map.of("component.code.coding.where(code.exists()).system", IG + "CodeSystem/record-kind")),
            Map.entry(283, Map.of("component.code.text", "A part")),
            Map.entry(
                    284,
                    Map.of("component.code.text", "A part", "component.value.system", "http://unitsofmeasure.org")),
            Map.entry(286, Map.of("component.code.text", "A part")),
            Map.entry(287, Map.of("component.code.text", "A part")),
            Map.entry(321, Map.of("telecom.system", "phone")));

    private final Server server;
    private final PathWriter paths = new PathWriter();
    private final Map<String, String> addresses = new HashMap<>();

    RecordMappingIT(@LocalServerPort int port) {
        server = new Server(port);
    }

    static List<CSVRecord> rows() {
        try (var reader = Files.newBufferedReader(MAPPING, StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .build()
                    .parse(reader)
                    .getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<CSVRecord> items() {
        return rows().stream().filter(row -> row.get("kind").equals("item"));
    }

    static Stream<CSVRecord> groups() {
        return rows().stream().filter(row -> row.get("kind").equals("group"));
    }

    @BeforeAll
    void refer() {
        var story = Story.about(Person.next(), server);
        var referral = story.refer();
        addresses.put("Patient/example-patient", referral.patient());
        addresses.put("ServiceRequest/example-referral", referral.serviceRequest());
        addresses.put("Consent/example-sharing-consent", referral.consent());
        addresses.put("Flag/example-no-known-risks", referral.flag());
        var met = server.transaction(story.contact()).hasStatus(200).locations();
        addresses.put("Goal/example-goal", met.get(1));
    }

    @ParameterizedTest
    @MethodSource("items")
    void aRowIsReadBackWhereTheMappingSays(CSVRecord row) {
        var value = value(row);
        var resource = example(row.get("profile"));
        write(resource, row, value);

        var stored = stored(resource);

        assertThat(paths.read(stored, row.get("fhirpath")))
                .as(row.get("path"))
                .extracting(RecordMappingIT::text)
                .contains(value instanceof Coding coding ? coding.getCode() : text(value));
        assertThat(stored.getMeta().getProfile())
                .extracting(Type::primitiveValue)
                .contains(PROFILES + row.get("profile"));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void aGroupIsThereWhereOneOfItsRowsIs(CSVRecord group) {
        var resource = example(group.get("profile"));
        items().filter(row -> row.get("path").startsWith(group.get("path") + " > ")
                        && row.get("profile").equals(group.get("profile")))
                .findFirst()
                .ifPresent(row -> write(resource, row, value(row)));
        sayBesides(resource, group);

        var stored = stored(resource);

        assertThat(stored.getMeta().getProfile())
                .extracting(Type::primitiveValue)
                .contains(PROFILES + group.get("profile"));
        assertThat(paths.read(stored, group.get("fhirpath")))
                .as(group.get("path"))
                .isNotEmpty();
    }

    private void write(Resource resource, CSVRecord row, Type value) {
        paths.write(resource, row.get("fhirpath"), value);
        sayBesides(resource, row);
    }

    private void sayBesides(Resource resource, CSVRecord row) {
        BESIDES.getOrDefault(number(row), Map.of())
                .forEach((path, said) -> paths.write(
                        resource, path, new StringType(said.contains("/example-") ? addressOf(said) : said)));
    }

    private Resource stored(Resource resource) {
        var type = resource.fhirType();
        var id = server.post(type, Json.of(resource)).hasStatus(201).id();
        return Json.read(server.get(type + "/" + id).hasStatus(200).body());
    }

    /** The published example of a profile, which is there for the first time. */
    private Resource example(String profile) {
        try (var files = Files.list(EXAMPLES)) {
            var text = files.filter(file -> file.getFileName().toString().matches("(?!Bundle)\\w+-example-.*"))
                    .sorted()
                    .map(RecordMappingIT::read)
                    .filter(json -> json.contains("\"" + PROFILES + profile + "\""))
                    .findFirst()
                    .orElseThrow();
            var resource = Json.read(REFERENCE
                    .matcher(text)
                    .replaceAll(found -> "\"reference\": \"" + addressOf(found.group(1)) + "\""));
            resource.setId((String) null);
            identifiers(resource).forEach(RecordMappingIT::renew);
            if (resource instanceof CarePlan plan) {
                // An episode has one active plan.
                plan.setStatus(CarePlan.CarePlanStatus.DRAFT);
            }
            return resource;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What another example is called here: by its id if this test has made it, else by its identifier. */
    private String addressOf(String example) {
        return addresses.computeIfAbsent(example, missing -> {
            var target = Json.read(read(EXAMPLES.resolve(missing.replace("/", "-") + ".json")));
            var identifier = identifiers(target).findFirst().orElseThrow();
            return target.fhirType() + "?identifier=" + identifier.getSystem() + "|" + identifier.getValue();
        });
    }

    private static Stream<Identifier> identifiers(Resource resource) {
        return resource.getChildByName("identifier").getValues().stream().map(Identifier.class::cast);
    }

    private static void renew(Identifier identifier) {
        identifier.setValue(
                NHS_NUMBER.equals(identifier.getSystem())
                        ? Person.next().nhsNumber()
                        : UUID.randomUUID().toString());
    }

    private static Type value(CSVRecord row) {
        var number = number(row);
        var said = SAID.getOrDefault(number, "Row " + number);
        return switch (row.get("type")) {
            case "HumanName" -> new HumanName().setText(said);
            case "Coding" -> coding(SAID.getOrDefault(number, "422650009"));
            case "dateTime" ->
                new DateTimeType((isEnd(row) ? "2026-11-%02d" : "2026-08-%02d").formatted(1 + number % 28));
            case "date" -> new DateType("2026-09-%02d".formatted(1 + number % 28));
            case "boolean" -> new BooleanType(true);
            case "decimal" -> new DecimalType(number);
            case "integer" -> new IntegerType(said);
            case "positiveInt" -> new PositiveIntType(2);
            case "code" -> new CodeType(said);
            case "uri" -> new UriType("https://example.org/film/" + number);
            case "base64Binary" -> new Base64BinaryType("cGljdHVyZQ==");
            case "xhtml" ->
                new StringType("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>%s</p></div>".formatted(said));
            default -> new StringType(number == 20 ? Person.next().nhsNumber() : said);
        };
    }

    /** Whether a code is one of the binding is said elsewhere; here it stands where it should. */
    private static Coding coding(String code) {
        return new Coding().setSystem("http://snomed.info/sct").setCode(code);
    }

    private static String text(Base value) {
        return value instanceof HumanName name ? name.getText() : value.primitiveValue();
    }

    private static Map<String, String> seen(String role) {
        return Map.of(
                "participant.where(type.coding.code = '%s').individual.reference".formatted(role),
                "PractitionerRole/example-link-worker-role");
    }

    private static boolean isEnd(CSVRecord row) {
        return row.get("fhirpath").endsWith("end") || row.get("fhirpath").equals("abatement");
    }

    private static int number(CSVRecord row) {
        return Integer.parseInt(row.get("row"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

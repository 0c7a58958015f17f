package io.github.sprigfhir.app.directory.openreferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sprigfhir.domain.directory.feed.NeedTable;
import io.github.sprigfhir.domain.directory.sheet.Column;
import io.github.sprigfhir.domain.directory.sheet.Fault;
import io.github.sprigfhir.domain.directory.sheet.Row;
import io.github.sprigfhir.domain.directory.sheet.SheetRules;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Spreadsheets as people save them are read, and what is wrong in them is told; the template is right. */
class SheetTest {

    private static final Path TEMPLATE = Path.of("../../implementation-guide/pages/directory-template.csv");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final NeedTable NEEDS = new NeedTable(List.of());

    @Test
    void theGuideShipsTheTemplate() throws IOException {
        if (Boolean.getBoolean("sprig.write-docs")) {
            Files.writeString(TEMPLATE, SheetTemplate.text());
        }
        assertThat(Files.readString(TEMPLATE)).isEqualTo(SheetTemplate.text());
    }

    @Test
    void theTemplateAsItIsHoldsNoService() {
        assertThat(read(SheetTemplate.text()).faults()).singleElement().satisfies(fault -> assertThat(fault.rule())
                .contains("no service"));
    }

    @Test
    void theExampleBecomesAService() {
        var sheet = read(SheetTemplate.text().replace("# An example: ", ""));
        assertThat(sheet.faults()).isEmpty();

        var mapped = mapped(sheet);
        assertThat(mapped.findings()).isEmpty();
        var service = mapped.service().orElseThrow();
        assertThat(service.getName()).isEqualTo("Example Walking Group");
        assertThat(service.getActive()).isTrue();
        assertThat(service.getExtensionsByUrl(Codes.SERVICE_NEED)).hasSize(2);
        assertThat(service.getType()).hasSize(2);
        assertThat(service.getAvailableTime()).hasSize(2);
        assertThat(service.getCommunication()).hasSize(2);
        assertThat(service.getCharacteristic()).hasSize(2);
        assertThat(service.getServiceProvisionCodeFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("free");
        assertThat(service.getExtensionByUrl(Codes.SERVICE_CAPACITY).getExtension())
                .hasSize(3);
        assertThat(mapped.others().keySet().stream().map(Source::kind))
                .containsExactlyInAnyOrder(
                        Source.Kind.ORGANIZATION, Source.Kind.LOCATION, Source.Kind.AREA, Source.Kind.AREA);
    }

    @Test
    void theSameServiceIsReadHoweverItWasSaved() {
        var plain = "name,organisation,needs,description\nCafé,Ashford,bereavement,\"Tea, \"\"cake\"\"\nand £1\"\n";
        var rows = read(plain).rows();
        assertThat(rows).hasSize(1);
        for (var other : List.of(
                plain.getBytes(Charset.forName("windows-1252")),
                ("\uFEFF" + plain).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + plain).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + plain).getBytes(StandardCharsets.UTF_16BE),
                plain.replace("t\n", "t\r\n")
                        .replace(",\"", ";\"")
                        .replace("e,o", "e;o")
                        .replace("n,n", "n;n")
                        .replace("s,d", "s;d")
                        .replace("é,A", "é;A")
                        .replace("d,b", "d;b")
                        .getBytes(StandardCharsets.UTF_8))) {
            assertThat(Sheet.read(other, rules()).rows().stream()
                            .map(row -> row.of(Column.DESCRIPTION).orElse("").replace("\r", ""))
                            .toList())
                    .containsExactly("Tea, \"cake\"\nand £1");
            assertThat(Sheet.read(other, rules()).rows().get(0).of(Column.NAME)).contains("Café");
        }
        assertThat(read("\r\n,,\r\n" + plain.replace("\nCaf", "\n\n# a note\nCaf"))
                        .rows())
                .extracting(Row::number)
                .containsExactly(6);
    }

    @Test
    void allThatIsWrongIsToldWithItsRowAndColumnAndNobodysData() {
        var sheet = read("""
                name,organisation,needs,postcode,email
                A,B,bereavement,ZZ99 3WZ,
                C,B,zebras,Jo Bloggs,jo.bloggs
                ,B,bereavement,ZZ99 3WZ,
                D,B,bereavement,ZZ99 3WZ,,over
                """);

        assertThat(sheet.rows()).hasSize(1);
        assertThat(sheet.faults())
                .extracting(Fault::row, Fault::column)
                .containsExactly(
                        tuple(3, "needs"), tuple(3, "email"), tuple(3, "postcode"), tuple(4, "name"), tuple(5, ""));
        assertThat(Reports.words(sheet))
                .contains("Row 3, column \"postcode\", which holds several words:")
                .doesNotContain("Jo", "bloggs");
        assertThat(Reports.of(sheet).toString()).doesNotContain("Jo", "bloggs");
    }

    @Test
    void filesThatAreNoSpreadsheetAreTold() {
        assertThat(only(new byte[] {'P', 'K', 3, 4, 0})).contains("program's own file");
        assertThat(only(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .contains("program's own file");
        assertThat(only(new byte[0])).contains("no service");
        assertThat(only(new byte[] {(byte) 0xEF})).contains("column is missing");
        assertThat(only("name,organisation,needs\n\"A,B,bereavement\n".getBytes(StandardCharsets.UTF_8)))
                .contains("After row 1");
        assertThat(only("name,organisation,needs\n\"A\"x,B,bereavement\n".getBytes(StandardCharsets.UTF_8)))
                .contains("After row");
        assertThat(only("hello".getBytes(StandardCharsets.UTF_8))).contains("column is missing");
        assertThat(only("\0\0\0,\0".repeat(1000).getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    @Test
    void noReportIsLongerThanAnybodyReads() {
        var sheet = read("name,organisation,needs\n" + "A,B,zebras\n".repeat(2_000));

        assertThat(sheet.faults()).hasSize(501);
        assertThat(sheet.faults().get(500).rule()).isEqualTo("There are 1500 faults more.");
    }

    @Test
    void anEditorsServicesAreOfTheirOwnOrganisation() {
        var sheet = Sheet.read(
                "name,needs,organisation\nA,bereavement,Somebody else\n".getBytes(StandardCharsets.UTF_8),
                new SheetRules(NEEDS, TODAY, true));
        var json = new SheetDocuments("f", NEEDS, Optional.of(new SheetDocuments.Owner("own", "Us"))).of(sheet.rows());

        assertThat(json)
                .contains("\"organization\":{\"id\":\"own\",\"name\":\"Us\"}")
                .doesNotContain("Somebody else");
    }

    private static String only(byte[] content) {
        var sheet = Sheet.read(content, rules());
        assertThat(sheet.rows()).isEmpty();
        return sheet.faults().stream().map(Fault::rule).collect(Collectors.joining(" "));
    }

    private static Mapped mapped(Sheet sheet) {
        var json = new SheetDocuments("f", NEEDS, Optional.empty()).of(sheet.rows());
        var document = Json.read(json.substring(1, json.length() - 1));
        return new Mapping("f", NEEDS).map(document, Instant.parse("2026-11-22T12:00:00Z"));
    }

    private static Sheet read(String text) {
        return Sheet.read(text.getBytes(StandardCharsets.UTF_8), rules());
    }

    private static SheetRules rules() {
        return new SheetRules(NEEDS, TODAY, false);
    }
}

package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sprigfhir.domain.kernel.Role;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The analysis to start from, in R, says of the tables what the server's own report says of the records. */
@GuardedServer
class AnalysisIT {

    private static final int EPISODES = 40;
    /** Of 40 people and a score from 0 to 10 the report tells every mean and change in steps of a half. */
    private static final double HALF_A_STEP = 0.25;

    private final Reports reports;
    private final Server admin;
    private final Server gp;
    private final Server linkWorker;
    private final Server controller;

    AnalysisIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        var server = new Server(port);
        reports = new Reports(beans, server);
        admin = server.as("demo-admin");
        gp = server.as("demo-gp");
        linkWorker = server.as("demo-link-worker");
        controller =
                new Clients(server, beans).as(Role.CONTROLLER, "https://fhir.nhs.uk/Id/ods-organization-code|U99001");
    }

    @BeforeEach
    void forgetOthers() {
        reports.forgetOthers();
    }

    @Test
    void itAgreesWithTheReport(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "Rscript"))),
                "R is not installed here, so its analysis is not compared with the report");
        var referrals = IntStream.range(0, EPISODES).mapToObj(this::episode).collect(Collectors.toSet());
        keep(folder.resolve("referral.csv"), run("referral"), "referral", referrals::contains);
        keep(folder.resolve("score.csv"), run("score"), "referral", referrals::contains);

        var told =
                Reports.figures(Reports.group(reports.ask("outcomes", "2015-07-01", "2015-09-30"), "ons4-worthwhile"));
        var found = analysis(folder);

        assertThat(found).containsEntry("measure", "ons4-worthwhile").containsEntry("n", "" + EPISODES);
        Map.of(
                        "before", "mean-before",
                        "after", "mean-after",
                        "change", "mean-change",
                        "low", "change-low",
                        "high", "change-high",
                        "dz", "effect-dz")
                .forEach((column, figure) -> assertThat(Double.parseDouble(found.get(column)))
                        .as(column)
                        .isCloseTo(Double.parseDouble(told.get(figure)), within(HALF_A_STEP)));
        assertThat(Double.parseDouble(found.get("dz_low"))).isPositive();
    }

    private String episode(int number) {
        var stored =
                gp.transaction(Story.about(Person.next(), admin).gpReferral()).locations();
        var referral = new Story.Referral(stored.get(0), stored.get(1), stored.get(2), stored.get(3), stored.get(4));
        var scores = new Scores(linkWorker, referral.patient());
        var before = 2 + number % 4;
        scores.ons4(referral.serviceRequest(), "ons4-worthwhile", before, "2015-07-05");
        scores.ons4(referral.serviceRequest(), "ons4-worthwhile", 9, "2015-07-20");
        scores.ons4(referral.serviceRequest(), "ons4-worthwhile", before + number % 5, "2015-08-05");
        reports.database()
                .sql("update sprig_episode set ended = '2015-09-01' where id = ?")
                .param(Reports.episode(referral.serviceRequest()))
                .update();
        return referral.serviceRequest();
    }

    private String run(String view) {
        return controller
                .get("$viewdefinition-run?_format=csv&viewReference=ViewDefinition/" + view)
                .hasStatus(200)
                .body();
    }

    /** Of a table the rows whose column is as wanted: other tests leave records too. */
    private static void keep(Path file, String csv, String column, Predicate<String> wanted) throws IOException {
        try (var rows = CSVFormat.RFC4180.builder().setHeader().build().parse(new StringReader(csv));
                var kept = CSVFormat.RFC4180.print(file, StandardCharsets.UTF_8)) {
            kept.printRecord(rows.getHeaderNames());
            for (var row : rows) {
                if (wanted.test(row.get(column))) {
                    kept.printRecord(row);
                }
            }
        }
    }

    private static Map<String, String> analysis(Path folder) throws IOException, InterruptedException {
        var told = folder.resolve("told.csv");
        var process = new ProcessBuilder("Rscript", "--vanilla", "../../analysis/change.R", folder.toString())
                .redirectOutput(told.toFile())
                .redirectError(folder.resolve("error").toFile())
                .start();
        assertThat(process.waitFor()).as(() -> read(folder.resolve("error"))).isZero();
        try (var rows =
                CSVFormat.RFC4180.builder().setHeader().setTrim(true).build().parse(Files.newBufferedReader(told))) {
            var all = rows.getRecords();
            assertThat(all).hasSize(1);
            return all.get(0).toMap();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}

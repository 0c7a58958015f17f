package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Runs the requests that the guide publishes, as they stand there. */
@GuardedServer
class GuideIT {

    private static final Pattern STATUS = Pattern.compile("status (\\d{3})");
    private static final String DALE = "https://dale-link-workers.example/id";
    private static final String FELLSIDE = "https://fellside-surgery.example/id";

    private final ApplicationContext beans;
    private final Server server;
    private final Shell shell;

    GuideIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        this.beans = beans;
        server = new Server(port);
        var by = GuidePage.read("story.md").section("Try it").blocks().get(0).text();
        shell = new Shell("http://127.0.0.1:" + port, by);
    }

    @BeforeEach
    void needsCurl() {
        assumeTrue(Shell.hasCurl(), "curl is not installed here, so the guide's requests cannot be run");
    }

    @Test
    void thePathwayAndItsMistakesRunAsTheyStand() throws IOException, InterruptedException {
        var story = GuidePage.read("story.md");
        var handover = GuidePage.read("handover.md");
        var consent = GuidePage.read("consent.md");

        for (var step : story.sections("1.", "2.")) {
            runs(step.commands());
        }
        for (var mistake : handover.section("Mistakes").blocks()) {
            if (mistake.isCommand() && !mistake.text().contains("[id]")) {
                isRefused(mistake);
            }
        }
        for (var step : story.sections("3.", "4.", "5.")) {
            runs(step.commands());
        }
        var plans = GuidePage.read("plans.md");
        runs(plans.section("Goals").commands());
        runs(plans.section("The plan").commands());
        for (var mistake : plans.section("Mistakes").commands()) {
            isRefused(mistake);
        }
        var record = GuidePage.read("record.md");
        runs(record.section("Sending an entry").commands());
        shell.set("referral", address("ServiceRequest", FELLSIDE, "REFERRAL-1"));
        shell.set("service", address("HealthcareService", DALE, "SERVICE-1"));
        runs(record.section("What is missing").commands());
        shell.set("patient", address("Patient", "https://fhir.nhs.uk/Id/nhs-number", "9990000107"));
        runs(record.section("Everything of one person").commands());
        for (var mistake : consent.section("Refusals").commands()) {
            isRefused(mistake);
        }
        var calls = handover.section("In one call").commands();
        shell.set("referral", address("ServiceRequest", FELLSIDE, "REFERRAL-1"));
        runs(calls.subList(0, 1));
        var directory = GuidePage.read("directory.md");
        var room = directory.section("Room").commands();
        runs(room.subList(0, 2));
        isRefused(room.get(2));
        runs(room.subList(3, 4));
        runs(directory.section("Assurance").commands());
        findingRunsAsItStands();
        var gaps = GuidePage.read("gaps.md");
        runs(gaps.section("An unmet need").commands());
        runs(gaps.section("The report").commands());
        runs(gaps.section("Experience").commands());
        for (var mistake : gaps.section("Mistakes").commands()) {
            isRefused(mistake);
        }
        var outcomes = GuidePage.read("outcomes.md");
        runs(outcomes.section("The registry").commands());
        runs(outcomes.section("A score").commands());
        runs(outcomes.section("Answers").commands());
        shell.set("patient", address("Patient", "https://fhir.nhs.uk/Id/nhs-number", "9990000107"));
        runs(outcomes.section("What became of a person").commands());
        runs(outcomes.section("The latest scores").commands());
        for (var mistake : outcomes.section("Mistakes").commands()) {
            isRefused(mistake);
        }
        shell.set("task", address("Task", DALE, "HANDOVER-2"));
        runs(calls.subList(1, 2));
        for (var step : story.sections("6.", "7.", "8.", "9.")) {
            runs(step.commands());
        }
        runs(consent.section("Withdrawal").commands());
        runs(calls.subList(2, 3));
        assertThat(calls).hasSize(3);
    }

    @Test
    void servicesAreListedAsTheGuideSays() throws IOException, InterruptedException {
        var listing = GuidePage.read("listing.md");
        for (var section : listing.sections("A spreadsheet", "Files and feeds", "What we publish")) {
            runs(section.commands());
        }
    }

    @Test
    void everySearchOfTheSearchPageRuns() {
        var story = Story.about(Person.next(), server.as("demo-admin"));
        var stored = server.as("demo-gp").transaction(story.gpReferral()).locations();
        var requests = GuidePage.read("search.md").requests();

        assertThat(requests).hasSizeGreaterThan(30);
        for (var request : requests) {
            server.as("demo-link-worker")
                    .get(request.replace("HealthcareService/[id]", address("HealthcareService", DALE, "SERVICE-1"))
                            .replace("ServiceRequest/[id]", stored.get(3))
                            .replace("Patient/[id]", stored.get(0))
                            .replace("PractitionerRole/[id]", jo())
                            .replace("_id=[id]", "_id=" + new IdType(stored.get(3)).getIdPart())
                            .replace("|", "%7C"))
                    .hasStatus(200);
        }
    }

    @Test
    void everyRequestOfTheTerminologyPageRuns() throws IOException, InterruptedException {
        var page = GuidePage.read("terminology.md");

        assertThat(page.requests()).hasSizeGreaterThan(12);
        for (var request : page.requests()) {
            server.as("demo-link-worker").get(request).hasStatus(200);
        }
        for (var mistake : page.section("Mistakes").commands()) {
            isRefused(mistake);
        }
    }

    @Test
    void everyRequestOfTheResearchPageRuns() throws IOException, InterruptedException {
        Research.release(beans);
        var requests = GuidePage.read("research.md").requests();

        assertThat(requests).hasSizeGreaterThan(8);
        for (var request : requests) {
            server.as("demo-researcher").get(request.replace("|", "%7C")).hasStatus(200);
        }
        runs(GuidePage.read("research.md").section("Asking").commands());
        runs(GuidePage.read("research.md").section("Export").commands());
    }

    private void findingRunsAsItStands() throws IOException, InterruptedException {
        var finding = GuidePage.read("finding.md");
        runs(finding.section("In one call").commands());
        var plain = finding.section("By plain search").commands();
        runs(plain.subList(0, plain.size() - 1));
        isRefused(plain.get(plain.size() - 1));
        for (var mistake : finding.section("Mistakes").commands()) {
            isRefused(mistake);
        }
        assertThat(plain).hasSizeGreaterThan(2);
    }

    private void runs(List<GuidePage.Block> commands) throws IOException, InterruptedException {
        for (var command : commands) {
            var ran = shell.run(command.text());
            assertThat(ran.statuses())
                    .as("%s%n%s", command.text(), ran.output())
                    .isNotEmpty()
                    .allMatch(status -> status < 300);
            assertThat(ran.output()).as(command.text()).doesNotContain("\"severity\": \"error\"");
        }
    }

    /** The key in the paragraph before it is the rule that refuses it; 422 unless the paragraph says otherwise. */
    private void isRefused(GuidePage.Block mistake) throws IOException, InterruptedException {
        var ran = shell.run(mistake.text());
        var rules =
                Answer.rulesOf(Json.read(OperationOutcome.class, ran.output()).getIssue());
        assertThat(ran.statuses()).as("%s%n%s", mistake.text(), ran.output()).endsWith(statusOf(mistake));
        assertThat(rules).as(mistake.text()).anyMatch(rule -> mistake.before().contains("`" + rule + "`"));
    }

    private static int statusOf(GuidePage.Block mistake) {
        return STATUS.matcher(mistake.before())
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .findFirst()
                .orElse(422);
    }

    private String jo() {
        return address("PractitionerRole", "https://fhir.nhs.uk/Id/sds-role-profile-id", "999000000030");
    }

    private String address(String type, String system, String value) {
        var found = server.as("demo-link-worker")
                .get("%s?identifier=%s%%7C%s".formatted(type, system, value))
                .as(Bundle.class);
        Resource resource = found.getEntryFirstRep().getResource();
        return type + "/" + resource.getIdElement().getIdPart();
    }
}

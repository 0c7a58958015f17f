package io.github.sprigfhir.journey;

import static io.github.sprigfhir.journey.Who.LINK_WORKER;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.journey.Step.Answer;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** The link worker takes the referral on and, with the person, finds a service that fits. */
final class LinkWorking {

    private static final String CAPACITY = "https://sprig-fhir.github.io/ig/StructureDefinition/service-capacity";

    private static final String REASON = "https://sprig-fhir.github.io/ig/StructureDefinition/match-reason";

    private static final String IMPORTANCE = "https://sprig-fhir.github.io/ig/StructureDefinition/goal-importance";

    private static final String CONFIDENCE = "https://sprig-fhir.github.io/ig/StructureDefinition/confidence";

    private final Scene scene;

    LinkWorking(Scene scene) {
        this.scene = scene;
    }

    Chapter chapter() {
        var handover = scene.handover();
        var planning = new Planning(scene);
        return new Chapter(
                "A link worker takes it on",
                List.of(
                        new Step(
                                LINK_WORKER,
                                "Opens the worklist of the service, the most pressing first.",
                                handover::findInWorklist),
                        new Step(
                                LINK_WORKER,
                                "Asks what would be overdue if nobody acknowledged it in time.",
                                handover::findOverdue),
                        new Step(
                                LINK_WORKER,
                                "Acknowledges: received. A JSON Patch, only if nobody was quicker.",
                                () -> handover.patch("received")),
                        new Step(LINK_WORKER, "Accepts, by sending the whole Task.", () -> handover.put("accepted")),
                        new Step(
                                LINK_WORKER,
                                "Arranges to meet the person, and so begins the work.",
                                () -> handover.patch("in-progress")),
                        new Step(LINK_WORKER, "Records their meeting, and the goal they agreed.", this::recordContact),
                        new Step(
                                LINK_WORKER,
                                "Records the plan that they made: who does what, and when.",
                                planning::record),
                        new Step(
                                LINK_WORKER,
                                "Asks which plans are to be looked at again, each with its goals.",
                                planning::find),
                        new Step(
                                LINK_WORKER,
                                "Asks what the national data set has of this person, and what is missing.",
                                planning::complete),
                        new Step(LINK_WORKER, "Asks which services suit this person, and why.", this::findServices),
                        new Step(
                                LINK_WORKER,
                                "Records wellbeing before, and refers onward, in one transaction.",
                                this::referOnward)));
    }

    private Answer recordContact() throws Unexpected, InterruptedException {
        var reply = scene.linkWorker().post("/fhir", scene.examples().contact());
        Receipt.in(reply, scene.examples().contact());
        var contact = Episode.resource(scene.examples().contact(), "Encounter");
        var goal = Episode.resource(scene.examples().contact(), "Goal");
        return new Answer(
                reply,
                "Came, for %s minutes: \"%s\" (importance %s, confidence %s of 10)"
                        .formatted(
                                contact.path("length").path("value").asText(),
                                goal.path("description").path("text").asText(),
                                extension(goal, IMPORTANCE).path("valueInteger").asText(),
                                extension(goal, CONFIDENCE).path("valueInteger").asText()));
    }

    private Answer findServices() throws Unexpected, InterruptedException {
        var asking = new Asking().reference("referral", scene.handover().focus());
        var reply = scene.linkWorker().post("/fhir/HealthcareService/$find-services", asking.parameters());
        var found = Found.in(reply.expect(200));
        var service = found.match(scene.episode().walkingGroup());
        return new Answer(
                reply,
                "%s, one of %d: %s %s"
                        .formatted(
                                service.path("name").asText(),
                                found.total(),
                                String.join(" ", reasons(reply, service)),
                                capacity(service)));
    }

    private static List<String> reasons(Reply reply, JsonNode service) {
        return StreamSupport.stream(reply.body().path("entry").spliterator(), false)
                .filter(entry -> entry.path("resource").path("id").equals(service.path("id")))
                .flatMap(entry -> StreamSupport.stream(
                        entry.path("search").path("extension").spliterator(), false))
                .filter(extension -> extension.path("url").asText().equals(REASON))
                .flatMap(reason -> StreamSupport.stream(reason.path("extension").spliterator(), false))
                .filter(part -> part.path("url").asText().equals("text"))
                .map(part -> part.path("valueString").asText())
                .toList();
    }

    private static String capacity(JsonNode service) throws Unexpected {
        var capacity = extension(service, CAPACITY);
        var status = extension(capacity, "status").path("valueCoding").path("display");
        var wait = extension(capacity, "expectedWait").path("valueDuration");
        return "(%s, expected wait %s %s)"
                .formatted(
                        status.asText().toLowerCase(Locale.UK),
                        wait.path("value").asText(),
                        wait.path("unit").asText());
    }

    static JsonNode extension(JsonNode element, String url) throws Unexpected {
        return StreamSupport.stream(element.path("extension").spliterator(), false)
                .filter(extension -> extension.path("url").asText().equals(url))
                .findFirst()
                .orElseThrow(() -> new Unexpected("the extension " + url, "it is missing"));
    }

    private Answer referOnward() throws Unexpected, InterruptedException {
        var reply = scene.linkWorker().post("/fhir", scene.examples().onwardReferral());
        var receipt = Receipt.in(reply, scene.examples().onwardReferral());
        Unexpected.unless(
                receipt.known() == 0, "everything created", "%d were known already".formatted(receipt.known()));
        return new Answer(
                reply,
                "Life satisfaction %s of 10 before; the handover is %s"
                        .formatted(Outcomes.score(scene.episode().baseline()), receipt.place("Task")));
    }
}

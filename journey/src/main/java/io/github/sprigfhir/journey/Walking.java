package io.github.sprigfhir.journey;

import static io.github.sprigfhir.journey.Who.WALKING_GROUP;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** The community service accepts the person, works with them, and says what came of it. */
final class Walking {

    private final Scene scene;

    Walking(Scene scene) {
        this.scene = scene;
    }

    Chapter chapter() {
        var onward = scene.onward();
        return new Chapter(
                "A walking group welcomes the person",
                List.of(
                        new Step(WALKING_GROUP, "Opens its own worklist.", onward::findInWorklist),
                        new Step(WALKING_GROUP, "Acknowledges.", () -> onward.patch("received")),
                        new Step(WALKING_GROUP, "Accepts.", () -> onward.put("accepted")),
                        new Step(
                                WALKING_GROUP, "Walks together for the first time.", () -> onward.patch("in-progress")),
                        new Step(
                                WALKING_GROUP,
                                "Completes the handover, and says what happened.",
                                () -> onward.put("completed", Walking::whatHappened))));
    }

    private static void whatHappened(ArrayNode outputs) {
        Handover.output(outputs, "what-happened")
                .put("valueString", "Came on seven of eight walks and now leads the tea.");
        Handover.output(outputs, "attendance").put("valueUnsignedInt", 7);
    }
}

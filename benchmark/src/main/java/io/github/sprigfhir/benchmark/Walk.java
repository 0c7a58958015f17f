package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.benchmark.Step.Expected;
import java.io.IOException;
import java.util.random.RandomGenerator;

/** One random walk: a few steps about one Task, while others walk about the same. */
final class Walk {

    private static final int FEWEST = 3;
    private static final int MORE = 4;

    private final Line line;
    private final Pool pool;
    private final Moves moves;
    private final OtherSteps others;
    private final RandomGenerator dice;

    Walk(Line line, Pool pool, OtherSteps others, RandomGenerator dice) {
        this.line = line;
        this.pool = pool;
        this.moves = new Moves(dice);
        this.others = others;
        this.dice = dice;
    }

    void go(double progress) throws IOException, InterruptedException {
        var address = pool.pick(progress, dice);
        var task = line.get(address);
        for (var left = FEWEST + dice.nextInt(MORE); left > 0; left--) {
            var answer = line.take(step(task, progress));
            answer.ifPresent(body -> Acknowledged.in(body)
                    .map(Acknowledged::address)
                    .filter(added -> added.startsWith("Task/"))
                    .forEach(pool::add));
            if (answer.filter(body -> body.path("resourceType").asText().equals("Task")
                            && Moves.address(body).equals(address))
                    .isPresent()) {
                task = answer.get();
            } else if (dice.nextInt(3) > 0) {
                // Otherwise the next step is of somebody who does not know what has happened.
                task = line.get(address);
            }
        }
    }

    private Step step(JsonNode task, double progress) throws IOException, InterruptedException {
        var roll = dice.nextInt(100);
        if (roll < 56) {
            return task.has("owner") || dice.nextInt(4) == 0 ? moves.move(task) : moves.claim(task, others.service());
        }
        if (roll < 62) {
            return moves.claim(task, others.service());
        }
        if (roll < 70) {
            return two(task, progress);
        }
        return roll < 92 ? small(task, roll) : large(task, roll);
    }

    private Step two(JsonNode task, double progress) throws IOException, InterruptedException {
        var other = pool.pick(progress, dice);
        return other.equals(Moves.address(task)) ? others.note(task) : moves.both(task, line.get(other));
    }

    private Step small(JsonNode task, int roll) throws IOException, InterruptedException {
        if (roll < 74) {
            return others.note(task);
        }
        if (roll < 76) {
            return others.settledElement(task);
        }
        if (roll < 79) {
            return others.delete(task);
        }
        return roll < 82 ? others.requestStatus(line.get(OtherSteps.focus(task))) : others.contact(task);
    }

    private Step large(JsonNode task, int roll) {
        if (roll < 95) {
            return others.giveBack(task);
        }
        if (roll < 97) {
            return others.handover(task, Expected.EITHER);
        }
        return roll < 99 ? others.openPool(task, Expected.EITHER) : others.escalate(task);
    }
}

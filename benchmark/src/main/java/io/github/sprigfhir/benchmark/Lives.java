package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.benchmark.Somebody.Stored;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What happens to the people of a random world, one event after the other, each sent by whoever brings it about. */
final class Lives {

    private final Desk desk;
    private final Sheets sheets;
    private final Happenings happenings;
    private final Random dice;
    private final NhsNumbers numbers;
    private final List<Life> lives = new ArrayList<>();
    private int people;

    private record Life(Somebody who, Stored stored) {}

    /** @param notified where subscribers hear of changes */
    Lives(Desk desk, Sheets sheets, List<Player> players, Random dice, NhsNumbers numbers, String notified) {
        this.desk = desk;
        this.sheets = sheets;
        this.happenings = new Happenings(desk, sheets, players, dice, notified);
        this.dice = dice;
        this.numbers = numbers;
    }

    /** Somebody comes into the world, and things happen to them. */
    void begin(int events) throws IOException, InterruptedException {
        var who = newcomer();
        var isOffer = dice.nextInt(8) == 0;
        var bundle = sheets.first(
                isOffer ? "Bundle-example-offer" : "Bundle-example-gp-referral", who, happenings.one("referrer"));
        if (!isOffer) {
            happenings.classify((ObjectNode) bundle.path("entry").path(2).path("resource"));
        }
        var at = desk.transact(isOffer ? "offer" : "referral", who.practice(), bundle);
        if (isOffer || at.size() < 5) {
            return;
        }
        var life = new Life(who, new Stored(at.get(0), at.get(1), at.get(2), at.get(3), at.get(4)));
        lives.add(life);
        go(life, events);
    }

    /** More happens to those who are there. */
    void goOn(int events) throws IOException, InterruptedException {
        for (var life : lives) {
            if (dice.nextInt(3) > 0) {
                go(life, 1 + dice.nextInt(events));
            }
        }
    }

    private Somebody newcomer() {
        if (!lives.isEmpty() && dice.nextInt(6) == 0) {
            var twice = lives.get(dice.nextInt(lives.size())).who();
            return new Somebody(
                    twice.number(), twice.nhsNumber(), happenings.one("referrer"), happenings.one("link-worker"));
        }
        return new Somebody(++people, numbers.next(), happenings.one("referrer"), happenings.one("link-worker"));
    }

    private void go(Life life, int events) throws IOException, InterruptedException {
        var who = life.who();
        var stored = life.stored();
        for (var event = 0; event < events; event++) {
            switch (dice.nextInt(22)) {
                case 0, 1, 2 -> happenings.accept(who, stored);
                case 3 -> happenings.meetLinkWorkers(who, stored);
                case 4, 5, 6, 7 -> happenings.handOver(who, stored);
                case 8, 9, 10, 11 -> happenings.move(who);
                case 12, 13 -> happenings.meet(who, stored);
                case 14, 15 -> happenings.risk(who, stored);
                case 16 -> happenings.withdraw(who, stored);
                case 17 -> happenings.signpost(who, stored);
                case 18 -> happenings.subscribe(who);
                case 19 -> happenings.correct(who, stored);
                case 20 -> happenings.giveBack(who);
                default -> happenings.end(who, stored);
            }
        }
    }
}

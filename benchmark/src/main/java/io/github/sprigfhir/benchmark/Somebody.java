package io.github.sprigfhir.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * A person of a random world whom one practice knows, with words that stand in their records and nowhere else.
 *
 * @param number of the person in the world; two practices may know one person
 */
record Somebody(int number, String nhsNumber, Player practice, Player linkWorkers, List<Handed> handed) {

    /** Where the first transaction about them has gone. */
    record Stored(String patient, String consent, String flag, String request, String task) {}

    /** A handover to a provider; it owns the Task, or is offered it. */
    record Handed(Player provider, String consent, String request, String task) {}

    Somebody(int number, String nhsNumber, Player practice, Player linkWorkers) {
        this(number, nhsNumber, practice, linkWorkers, new ArrayList<>());
    }

    /** A word that tells whose record it stands in. */
    String word(String place) {
        return "Qz%04d%s".formatted(number, place);
    }
}

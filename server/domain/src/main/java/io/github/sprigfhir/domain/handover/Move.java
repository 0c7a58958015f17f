package io.github.sprigfhir.domain.handover;

/**
 * One row of the handover table.
 *
 * @param by whose move it is
 * @param needs what it must bring with it
 */
public record Move(HandoverState from, HandoverState to, Mover by, Needs needs) {

    /** The move as part of a sentence that already says where it starts: "to rejected, by the owner, with a reason". */
    public String inWords() {
        String move = "to " + to + ", by " + by.inWords();
        return needs == Needs.NOTHING ? move : move + ", " + needs.inWords();
    }
}

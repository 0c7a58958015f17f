package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions of an instrument in words, as they are asked.
 *
 * @param version of its words, which its answers may name
 * @param questions in the order in which they are asked
 */
public record Form(Instrument instrument, String version, List<Question> questions) {

    public Form {
        questions = List.copyOf(questions);
    }

    /**
     * A question.
     *
     * @param linkId by which its answer names it
     * @param item whose answer it asks for
     * @param worth what each answer is worth that is chosen from a list; empty where the answer is a number itself
     */
    public record Question(String linkId, Item item, Map<Coded, BigDecimal> worth) {

        public Question {
            worth = Map.copyOf(worth);
        }

        /** The number that an answer stands for; none where the question cannot be answered so. */
        Optional<BigDecimal> worthOf(Reply.Answer answer) {
            if (answer instanceof Reply.Chosen chosen) {
                return Optional.ofNullable(worth.get(chosen.code())).filter(item::takes);
            }
            return answer instanceof Reply.Counted counted && worth.isEmpty()
                    ? Optional.of(counted.number()).filter(item::takes)
                    : Optional.empty();
        }
    }

    Optional<Question> question(String linkId) {
        return questions.stream()
                .filter(question -> question.linkId().equals(linkId))
                .findFirst();
    }
}

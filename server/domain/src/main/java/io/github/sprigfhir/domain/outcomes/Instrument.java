package io.github.sprigfhir.domain.outcomes;

import java.util.List;

/**
 * A questionnaire or scale by which outcomes are measured.
 *
 * @param version which of its versions; another may score otherwise
 * @param mayBeWorded whether its questions and answers may be recorded in words
 * @param measures the scores that it gives, each by itself
 */
public record Instrument(Coded code, String version, String title, boolean mayBeWorded, List<Measure> measures) {

    public Instrument {
        measures = List.copyOf(measures);
    }

    /** Which of its scores these codes name; none, or more than one, where they do not fit it. */
    List<Measure> named(List<Coded> sent) {
        return measures.stream().filter(measure -> measure.isKnownBy(sent)).toList();
    }
}

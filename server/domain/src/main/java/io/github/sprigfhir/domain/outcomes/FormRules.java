package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads the replies to an instrument's form: closed by default, so that an answer which the form does not have is not
 * taken for one that was not given.
 */
public final class FormRules {

    private FormRules() {}

    /**
     * Reads the replies.
     *
     * @param version the version of the form that they name; empty where they name none
     */
    public static Replies read(Form form, String version, List<Reply> replies) {
        var refusals = new ArrayList<OutcomeRefusal>();
        isAsked(form, version).ifPresent(refusals::add);
        var answers = new HashMap<Coded, BigDecimal>();
        var seen = new HashSet<String>();
        for (int at = 0; at < replies.size(); at++) {
            var reply = replies.get(at);
            var question = form.question(reply.linkId());
            if (question.isEmpty()) {
                refusals.add(FormRefusals.unknownQuestion(form, at));
            } else if (!seen.add(reply.linkId())) {
                refusals.add(FormRefusals.askedTwice(at));
            } else if (reply.answer().isPresent()) {
                var worth = question.get().worthOf(reply.answer().get());
                if (worth.isEmpty()) {
                    refusals.add(FormRefusals.unknownAnswer(at, question.get()));
                } else {
                    answers.put(question.get().item().codes().get(0), worth.get());
                }
            }
        }
        return refusals.isEmpty() ? new Replies.Understood(new Answers(answers)) : new Replies.Refused(refusals);
    }

    /** Refuses to let answers to one form become answers to another, beside whose scores the first's would stay. */
    public static Optional<OutcomeRefusal> stays(Optional<Form> before, Optional<Form> now) {
        return before.equals(now) ? Optional.empty() : Optional.of(FormRefusals.anotherForm());
    }

    /** Refuses a score that says it was made of answers, and did not come from where they are scored. */
    public static OutcomeRefusal computed() {
        return FormRefusals.computed();
    }

    private static Optional<OutcomeRefusal> isAsked(Form form, String version) {
        if (!form.instrument().mayBeWorded()) {
            return Optional.of(FormRefusals.switchedOff(form));
        }
        return version.isEmpty() || version.equals(form.version())
                ? Optional.empty()
                : Optional.of(FormRefusals.version(form));
    }
}

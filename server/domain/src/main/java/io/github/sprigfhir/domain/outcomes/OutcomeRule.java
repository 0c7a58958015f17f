package io.github.sprigfhir.domain.outcomes;

import io.github.sprigfhir.domain.kernel.Rule;

/** The rules of an outcome that a sender can break. */
public enum OutcomeRule implements Rule {
    INSTRUMENT("outcome-instrument"),
    VERSION("outcome-version"),
    CODE("outcome-code"),
    RANGE("outcome-range"),
    STEP("outcome-step"),
    UNIT("outcome-unit"),
    ITEM("outcome-item"),
    TOTAL("outcome-total"),
    BAND("outcome-band"),
    LICENSED_TEXT("outcome-licensed-text"),
    FORM("outcome-form"),
    QUESTION("outcome-question"),
    ANSWER("outcome-answer"),
    COMPUTED("outcome-computed");

    private final String key;

    OutcomeRule(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}

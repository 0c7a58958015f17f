package io.github.sprigfhir.domain.directory.feed;

import java.util.Arrays;
import java.util.Optional;

/** A day of the week in iCalendar's letters and FHIR's. */
public enum WeekDay {
    MO("mon"),
    TU("tue"),
    WE("wed"),
    TH("thu"),
    FR("fri"),
    SA("sat"),
    SU("sun");

    private final String code;

    WeekDay(String code) {
        this.code = code;
    }

    /** FHIR's code. */
    public String code() {
        return code;
    }

    static Optional<WeekDay> ofLetters(String letters) {
        return Arrays.stream(values()).filter(day -> day.name().equals(letters)).findFirst();
    }
}

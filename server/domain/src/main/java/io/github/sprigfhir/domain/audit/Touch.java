package io.github.sprigfhir.domain.audit;

import java.util.Arrays;
import java.util.Optional;

/** What an act did to one resource: a code of DICOM's object life cycle (PS3.15, A.5.2). */
public enum Touch {
    CREATED('C', "1", "Origination / Creation"),
    CHANGED('U', "3", "Amendment"),
    READ('R', "6", "Access / Use"),
    DELETED('D', "14", "Logical deletion");

    private final char letter;
    private final String code;
    private final String display;

    Touch(char letter, String code, String display) {
        this.letter = letter;
        this.code = code;
        this.display = display;
    }

    static Optional<Touch> ofLetter(char letter) {
        return Arrays.stream(values()).filter(touch -> touch.letter == letter).findFirst();
    }

    char letter() {
        return letter;
    }

    public String code() {
        return code;
    }

    public String display() {
        return display;
    }
}

package io.github.sprigfhir.domain.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On what an assurance rests (domain facts, section 7); the published value set {@code assurance-evidence}. */
public enum EvidenceKind {
    SELF_ASSESSMENT,
    RECORDED_CONVERSATION,
    UMBRELLA,
    GRANT_OR_CONTRACT,
    QUALITY_MARK;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with this code, if there is one. */
    public static Optional<EvidenceKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}

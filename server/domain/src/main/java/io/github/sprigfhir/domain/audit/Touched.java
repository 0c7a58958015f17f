package io.github.sprigfhir.domain.audit;

/**
 * One resource that an act was about.
 *
 * @param reference with the version where there is one, such as {@code Task/42/_history/3}
 * @param asked whether the sender asked for it; not what the server did in consequence
 */
public record Touched(Touch touch, String reference, boolean asked) {

    /** As {@link #written()} wrote it. */
    public static Touched read(String written) {
        var letter = written.charAt(0);
        var touch = Touch.ofLetter(Character.toUpperCase(letter))
                .orElseThrow(() -> new IllegalArgumentException("no such touch: " + letter));
        return new Touched(touch, written.substring(2), Character.isUpperCase(letter));
    }

    /** The short form in which it is kept: a letter, small for a consequence, and the reference. */
    public String written() {
        return (asked ? touch.letter() : Character.toLowerCase(touch.letter())) + " " + reference;
    }

    /** The reference without the version. */
    public String resource() {
        var version = reference.indexOf("/_history/");
        return version < 0 ? reference : reference.substring(0, version);
    }

    /** The type of the resource. */
    public String type() {
        return reference.substring(0, Math.max(0, reference.indexOf('/')));
    }
}

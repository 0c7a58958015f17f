package io.github.sprigfhir.domain.terminology;

import io.github.sprigfhir.domain.kernel.Parsed;
import io.github.sprigfhir.domain.kernel.SnomedCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a constraint of SNOMED CT's Expression Constraint Language, such as {@code << 404684003 |Clinical finding| MINUS ^
 * 1373501000000105}. Refinements, filters, dotted attributes and ancestors are refused by name, never left out: a set that
 * means more than was asked for lets wrong codes through.
 *
 * <p>No library does: those that read it in Java are of no public registry (ADR 21).
 */
public final class ConstraintReader {

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 40;

    private static final Pattern BLANK = Pattern.compile("\\s+|/\\*.*?\\*/|\\|[^|]*\\|", Pattern.DOTALL);
    private static final Pattern TOKEN =
            Pattern.compile("<<!|<<|<!|<|\\^|\\*|\\(|\\)|,|\\d+|(?i:AND|OR|MINUS)(?![A-Za-z0-9])");

    private final String text;
    private final Matcher blank;
    private final Matcher token;
    private int at;
    private int depth;

    private ConstraintReader(String text) {
        this.text = text;
        blank = BLANK.matcher(text);
        token = TOKEN.matcher(text);
    }

    /** What became of the reading. */
    public sealed interface Reading {

        /** It is understood. */
        record Sound(Constraint constraint) implements Reading {}

        /**
         * It is not.
         *
         * @param at the place in the text, from 0
         * @param why in plain English
         */
        record Faulty(int at, String why) implements Reading {}
    }

    /** Reads a whole text. */
    public static Reading read(String text) {
        if (text.length() > LONGEST) {
            return new Reading.Faulty(LONGEST, "It is longer than " + LONGEST + " characters.");
        }
        var reader = new ConstraintReader(text);
        try {
            var constraint = reader.constraint();
            reader.skip();
            return reader.at == text.length() ? new Reading.Sound(constraint) : reader.stranger("the end").faulty;
        } catch (NotUnderstood problem) {
            return problem.faulty;
        }
    }

    private Constraint constraint() throws NotUnderstood {
        var first = part();
        return switch (peek().orElse("")) {
            case "AND", "," -> joined(first, List.of("AND", ","), Constraint.All::new);
            case "OR" -> joined(first, List.of("OR"), Constraint.Either::new);
            case "MINUS" -> {
                take();
                yield alone(new Constraint.Without(first, part()));
            }
            default -> first;
        };
    }

    private Constraint joined(Constraint first, List<String> by, Function<List<Constraint>, Constraint> whole)
            throws NotUnderstood {
        var parts = new ArrayList<>(List.of(first));
        while (peek().filter(by::contains).isPresent()) {
            take();
            parts.add(part());
        }
        return alone(whole.apply(parts));
    }

    /** ECL has no order among AND, OR and MINUS. */
    private Constraint alone(Constraint joined) throws NotUnderstood {
        if (peek().filter(List.of("AND", ",", "OR", "MINUS")::contains).isPresent()) {
            throw new NotUnderstood(at, "AND, OR and a second MINUS are not mixed without brackets.");
        }
        return joined;
    }

    private Constraint part() throws NotUnderstood {
        return switch (peek().orElse("")) {
            case "<" -> {
                take();
                yield new Constraint.Kinds(members(), false);
            }
            case "<<" -> {
                take();
                yield new Constraint.Kinds(members(), true);
            }
            case "<!" -> {
                take();
                yield new Constraint.Children(members(), false);
            }
            case "<<!" -> {
                take();
                yield new Constraint.Children(members(), true);
            }
            default -> members();
        };
    }

    private Constraint members() throws NotUnderstood {
        if (peek().filter("^"::equals).isPresent()) {
            take();
            return new Constraint.Members(focus());
        }
        return focus();
    }

    private Constraint focus() throws NotUnderstood {
        var next = peek().orElseThrow(() -> stranger("a concept, * or a bracket"));
        if (next.equals("*")) {
            take();
            return new Constraint.Any();
        }
        if (next.equals("(")) {
            return bracketed();
        }
        if (!Character.isDigit(next.charAt(0))) {
            throw new NotUnderstood(at, "A concept, * or a bracket should stand where " + next + " does.");
        }
        var code = SnomedCode.parse(next);
        if (code instanceof Parsed.Refused<SnomedCode> refused) {
            throw new NotUnderstood(at, refused.refusal().text());
        }
        take();
        return new Constraint.One(((Parsed.Valid<SnomedCode>) code).value());
    }

    private Constraint bracketed() throws NotUnderstood {
        take();
        depth++;
        if (depth > DEEPEST) {
            throw new NotUnderstood(at, "More than " + DEEPEST + " brackets stand within each other.");
        }
        var inner = constraint();
        if (peek().filter(")"::equals).isEmpty()) {
            throw stranger("a closing bracket");
        }
        take();
        depth--;
        return inner;
    }

    /** The next token, words in capitals. */
    private Optional<String> peek() {
        skip();
        return token.region(at, text.length()).lookingAt()
                ? Optional.of(token.group().toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    private void take() {
        at = token.end();
    }

    private void skip() {
        while (blank.region(at, text.length()).lookingAt()) {
            at = blank.end();
        }
    }

    private NotUnderstood stranger(String expected) {
        var rest = text.substring(at);
        var why = rest.startsWith(">")
                ? "Ancestors (>) are not understood here."
                : rest.startsWith(":") || rest.startsWith("{") || rest.startsWith(".")
                        ? "Refinements, filters and attributes (: {{ .) are not understood here."
                        : "Here " + expected + " should be.";
        return new NotUnderstood(at, why);
    }

    /** Leaves the reading from within. */
    private static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Reading.Faulty faulty;

        NotUnderstood(int at, String why) {
            super(why, null, false, false);
            faulty = new Reading.Faulty(at, why);
        }
    }
}

package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.access.ScopeReading.AboutTheUser;
import io.github.sprigfhir.domain.access.ScopeReading.OnResources;
import io.github.sprigfhir.domain.access.ScopeReading.Refused;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a token allows to be done with resources, as SMART App Launch 2.2 writes it: {@code system/Task.rs},
 * {@code user/ServiceRequest.cruds?category=…}; the words of its version 1, read, write and *, are understood too.
 *
 * @param type a FHIR type, or {@link #ANY_TYPE}
 * @param part of which resources alone it speaks: all of these parameters must fit; empty where it speaks of all
 */
public record Scope(Level level, String type, Set<Act> acts, List<Parameter> part) {

    /** Stands for every type. */
    public static final String ANY_TYPE = "*";

    /** In whose name somebody asks. */
    public enum Level {
        /** Software by itself. */
        SYSTEM,
        /** Somebody who is signed in. */
        USER,
        /** As USER, on one patient's record; this server gives nobody such a context. */
        PATIENT
    }

    /** A search parameter and its value, to the letter. */
    public record Parameter(String name, String value) {}

    private static final Pattern FORM = Pattern.compile(
            "(system|user|patient)/(\\*|[A-Z][A-Za-z]{1,63})\\.(read|write|\\*|c?r?u?d?s?)(?:\\?(.+))?");
    /** What a scope may hold (RFC 6749), without the percent sign: it would say the same in two ways. */
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z][A-Za-z0-9-]*)=([!#-$'-\\[\\]-~]+)");

    private static final Set<String> ABOUT_THE_USER =
            Set.of("openid", "fhirUser", "profile", "online_access", "offline_access");
    private static final int LONGEST = 300;

    public Scope {
        acts = Collections.unmodifiableSet(EnumSet.copyOf(acts));
        part = List.copyOf(part);
    }

    /** Reads one scope. */
    public static ScopeReading read(String text) {
        if (ABOUT_THE_USER.contains(text)) {
            return new AboutTheUser(text);
        }
        var form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches() || form.group(3).isEmpty()) {
            return new Refused(
                    TokenRule.SCOPE_FORM,
                    "A scope is written system/Type.cruds or user/Type.cruds: some of the letters c, r, u, d and s in this order, or * for the type.");
        }
        var part = form.group(4) == null
                ? List.<String>of()
                : List.of(form.group(4).split("&", -1));
        if (!part.stream().allMatch(one -> PARAMETER.matcher(one).matches())) {
            return new Refused(
                    TokenRule.SCOPE_FORM,
                    "After the question mark of a scope stand search parameters, name=value with & between, of the type itself, without modifiers and percent signs.");
        }
        return new OnResources(new Scope(
                Level.valueOf(form.group(1).toUpperCase(Locale.ROOT)),
                form.group(2),
                acts(form.group(3)),
                part.stream().map(Scope::parameter).toList()));
    }

    /** Whether it speaks of all resources of its type. */
    public boolean isWhole() {
        return part.isEmpty();
    }

    boolean speaksOf(Act act, String asked) {
        return acts.contains(act) && (type.equals(ANY_TYPE) || type.equals(asked));
    }

    private static Set<Act> acts(String word) {
        return switch (word) {
            case "read" -> EnumSet.of(Act.READ, Act.SEARCH);
            case "write" -> EnumSet.of(Act.CREATE, Act.UPDATE, Act.DELETE);
            case "*" -> EnumSet.allOf(Act.class);
            default -> {
                var acts = EnumSet.noneOf(Act.class);
                Arrays.stream(Act.values())
                        .filter(act -> word.indexOf(act.letter()) >= 0)
                        .forEach(acts::add);
                yield acts;
            }
        };
    }

    private static Parameter parameter(String text) {
        var equals = text.indexOf('=');
        return new Parameter(text.substring(0, equals), text.substring(equals + 1));
    }
}

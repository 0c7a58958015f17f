package io.github.sprigfhir.guide;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An example's JSON as a block of text, in which references to other examples are links. */
final class JsonView {

    private static final Pattern REFERENCE =
            Pattern.compile("(\\s*\"reference\"\\s*:\\s*\")([A-Za-z]+/[A-Za-z0-9.-]+)(\".*)");

    private JsonView() {}

    static Html render(Artefact artefact, Links links) {
        Html lines = Html.each(artefact.json().lines().toList(), "\n", line -> line(line, links));
        return Html.all(
                Html.tag("h2", Html.text("JSON")),
                Html.tag("pre", Html.attribute("tabindex", "0"), Html.tag("code", lines)));
    }

    private static Html line(String line, Links links) {
        Matcher matcher = REFERENCE.matcher(line);
        return matcher.matches()
                ? Html.all(Html.text(matcher.group(1)), links.reference(matcher.group(2)), Html.text(matcher.group(3)))
                : Html.text(line);
    }
}

package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Makes any number of referral transactions out of the published example, each about a new synthetic person.
 *
 * <p>The example is cut once where a person or an identifier stands; after that a transaction is a few joined strings,
 * because the driver shares the machine with the server that it measures. Thread-safe.
 */
final class Referrals {

    private static final String[] BEGINNINGS = {"Alder", "Birch", "Cedar", "Elm", "Hazel", "Maple", "Oak", "Rowan"};
    private static final String[] ENDINGS = {"bank", "croft", "field", "ford", "ley", "stead", "ton", "wick"};

    private final NhsNumbers nhsNumbers;
    private final String run;
    private final AtomicInteger made = new AtomicInteger();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final String nhsNumber;
    private final String family;
    private final List<String> pieces = new ArrayList<>();

    /** @param run told apart from every other run on the same server by this word */
    Referrals(JsonNode example, String run, NhsNumbers nhsNumbers) {
        this.run = run;
        this.nhsNumbers = nhsNumbers;
        var values = new ArrayList<String>();
        for (var entry : example.path("entry")) {
            var resource = entry.path("resource");
            var identifier = resource.path("identifier").path(0);
            var value = identifier.path("value").asText();
            tokens.put(
                    resource.path("resourceType").asText(),
                    identifier.path("system").asText() + "|" + value);
            values.add(value);
        }
        var person = example.path("entry").path(0).path("resource");
        nhsNumber = values.get(0);
        family = person.path("name").path(0).path("family").asText();
        values.add(family);
        cut(example.toString(), values);
    }

    /** Leaves a list of text, value, text, value … text. */
    private void cut(String text, List<String> values) {
        var alternatives = String.join("|", values.stream().map(Pattern::quote).toList());
        var matcher =
                Pattern.compile("(?<=[\"|])(?:" + alternatives + ")(?=\")").matcher(text);
        var end = 0;
        while (matcher.find()) {
            pieces.add(text.substring(end, matcher.start()));
            pieces.add(matcher.group());
            end = matcher.end();
        }
        pieces.add(text.substring(end));
    }

    Referral next() {
        var number = made.getAndIncrement();
        var person = nhsNumbers.next();
        var body = new StringBuilder(16_384);
        for (var index = 0; index < pieces.size(); index++) {
            body.append(index % 2 == 0 ? pieces.get(index) : replaced(pieces.get(index), person, number));
        }
        var renamed = new LinkedHashMap<String, String>();
        tokens.forEach((type, token) -> {
            var bar = token.lastIndexOf('|') + 1;
            renamed.put(type, token.substring(0, bar) + replaced(token.substring(bar), person, number));
        });
        return new Referral(body.toString(), Map.copyOf(renamed));
    }

    private String replaced(String value, String person, int number) {
        if (value.equals(nhsNumber)) {
            return person;
        }
        if (value.equals(family)) {
            return BEGINNINGS[number % BEGINNINGS.length] + ENDINGS[number / BEGINNINGS.length % ENDINGS.length];
        }
        return value + "-" + run + "-" + number;
    }
}

package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Measures how long questions about codes take, over HTTP, with access control and audit on, on a server into which
 * {@link MadeUpRelease} was loaded.
 *
 * <p>{@code TerminologyBenchmark --server http://127.0.0.1:8080 [--rounds 500] [--page-at-most 100] [--code-at-most 10]}. Each
 * question is asked that many times, one after the other, of other codes each time; the first tenth is left out. It fails
 * if anything is refused, or if the 95th percentile of pages, or of single codes, is above so many milliseconds.
 */
public final class TerminologyBenchmark {

    private static final Set<String> OPTIONS = Set.of("server", "rounds", "page-at-most", "code-at-most");
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String NEEDS = encoded(SNOMED + "?fhir_vs=refset/1373501000000105");
    private static final List<String> WORDS = List.of("lonely", "gard", "choir deb", "bereav", "art", "dance lon");

    private TerminologyBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> measure(Options.parse(List.of(arguments), OPTIONS)));
    }

    private static boolean measure(Options options) throws IOException, InterruptedException {
        var server = new FhirServer(Loopback.only(options.text("server"))).as("demo-link-worker");
        var rounds = options.number("rounds", 500);
        var codes = codes(server);
        var below = encoded(SNOMED + "?fhir_vs=ecl/<< ") + codes.get(8);
        var pages = new LinkedHashMap<String, IntFunction<String>>();
        pages.put("first page of 20,000 members", round -> "/fhir/ValueSet/$expand?count=20&url=" + NEEDS);
        pages.put("any page of 20,000 members", round -> "/fhir/ValueSet/$expand?count=20&offset=%d&url=%s"
                .formatted(round * 37 % 19_900, NEEDS));
        pages.put("members by words", round -> "/fhir/ValueSet/$expand?count=20&filter=%s&url=%s"
                .formatted(encoded(WORDS.get(round % WORDS.size())), NEEDS));
        pages.put("kinds of one concept", round -> "/fhir/ValueSet/$expand?count=20&url=" + below);
        pages.put("our needs and the members", round -> "/fhir/ValueSet/needs-and-concerns/$expand?count=20&offset=%d"
                .formatted(round % 100));
        var single = new LinkedHashMap<String, IntFunction<String>>();
        single.put("code in the set", round -> "/fhir/ValueSet/$validate-code?system=%s&code=%s&url=%s"
                .formatted(SNOMED, codes.get(round % codes.size()), NEEDS));
        single.put("code of SNOMED CT", round -> "/fhir/CodeSystem/$validate-code?url=%s&code=%s"
                .formatted(SNOMED, codes.get(round % codes.size())));
        single.put(
                "code of ours",
                round ->
                        "/fhir/ValueSet/need-category/$validate-code?code=bereavement&system=https://sprig-fhir.github.io/ig/CodeSystem/need-category");
        single.put("look-up", round -> "/fhir/CodeSystem/$lookup?system=%s&code=%s"
                .formatted(SNOMED, codes.get(round % codes.size())));
        single.put("no terminology at all", round -> "/fhir/ValueSet/need-category");
        var pagesAreGood = ask(server, pages, rounds, options.number("page-at-most", 100));
        return ask(server, single, rounds, options.number("code-at-most", 10)) && pagesAreGood;
    }

    private static boolean ask(
            FhirServer server, Map<String, IntFunction<String>> questions, int rounds, int mostMillis)
            throws IOException, InterruptedException {
        var good = true;
        for (var question : questions.entrySet()) {
            var measured = ask(server, question.getValue(), rounds);
            System.out.printf(Locale.ROOT, "%-32s %s%n", question.getKey(), measured.summary());
            good &= measured.failures() == 0 && measured.percentile(0.95) <= mostMillis;
        }
        return good;
    }

    private static Measured ask(FhirServer server, IntFunction<String> question, int rounds)
            throws IOException, InterruptedException {
        var nanos = new ArrayList<Long>();
        var errors = new TreeMap<Integer, Integer>();
        var whole = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            var begun = System.nanoTime();
            var status = server.send(Call.of("GET", question.apply(round))).statusCode();
            if (status != 200) {
                errors.merge(status, 1, Integer::sum);
            } else if (round >= rounds / 10) {
                nanos.add(System.nanoTime() - begun);
            }
        }
        return Measured.of(nanos.stream(), errors, System.nanoTime() - whole);
    }

    private static List<String> codes(FhirServer server) throws IOException, InterruptedException {
        var codes = new ArrayList<String>();
        server.get("/fhir/ValueSet/$expand?count=1000&url=" + NEEDS)
                .path("expansion")
                .path("contains")
                .forEach(one -> codes.add(one.path("code").asText()));
        if (codes.size() < 1000) {
            throw new IOException("the server has no MadeUpRelease: it gives " + codes.size() + " members");
        }
        return codes;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

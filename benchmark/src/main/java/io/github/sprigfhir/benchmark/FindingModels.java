package io.github.sprigfhir.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Services of every kind, at one place, for copies to be made of. Always the same ones. */
final class FindingModels {

    /** The first ones are served by far more services than the last ones. */
    static final List<String> NEEDS = List.of(
            "loneliness-isolation",
            "mental-wellbeing",
            "physical-activity",
            "money-debt-benefits",
            "arts-culture-nature",
            "housing-homelessness",
            "long-term-condition",
            "healthy-weight-food",
            "caring-responsibilities",
            "food-fuel-poverty",
            "parenting-family",
            "employment-volunteering",
            "digital-inclusion",
            "education-skills",
            "bereavement",
            "transport-access",
            "practical-help-home",
            "legal-advice",
            "substance-use",
            "domestic-abuse",
            "immigration",
            "safety-crime");

    private static final int COUNT = 150;
    private static final List<String> ACTIVITIES = List.of(
            "walking group",
            "choir",
            "debt advice",
            "gardening club",
            "lunch club",
            "coffee morning",
            "yoga class",
            "craft and chat",
            "befriending by telephone",
            "men in sheds",
            "football",
            "cookery course");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final List<String> ACCESS =
            List.of("wheelchair-access", "hearing-loop", "quiet-space", "easy-read", "public-transport");
    private static final String IG = "https://sprig-fhir.github.io/ig/";

    private FindingModels() {}

    /** A transaction that stores them all. */
    static String transaction() {
        var random = new Random(7);
        var entries = new ArrayList<String>();
        entries.add(entry("urn:uuid:00000000-0000-4000-8000-000000000001", "Organization", """
                {"resourceType": "Organization", "active": true, "name": "Bench Example Trust",
                 "identifier": [{"system": "https://bench.example/id", "value": "O-1"}]}"""));
        entries.add(entry("urn:uuid:00000000-0000-4000-8000-000000000002", "Location", """
                {"resourceType": "Location", "status": "active", "name": "Bench Example Hall",
                 "identifier": [{"system": "https://bench.example/id", "value": "L-1"}],
                 "position": {"latitude": 54.123456, "longitude": -2.654321}}"""));
        for (int i = 0; i < COUNT; i++) {
            entries.add(entry(
                    "urn:uuid:%08d-0000-4000-9000-000000000000".formatted(i), "HealthcareService", service(i, random)));
        }
        return "{\"resourceType\": \"Bundle\", \"type\": \"transaction\", \"entry\": [%s]}"
                .formatted(String.join(",", entries));
    }

    private static String entry(String url, String type, String resource) {
        return "{\"fullUrl\": \"%s\", \"resource\": %s, \"request\": {\"method\": \"POST\", \"url\": \"%s\"}}"
                .formatted(url, resource, type);
    }

    private static String service(int number, Random random) {
        var activity = ACTIVITIES.get(number % ACTIVITIES.size());
        var extensions = new ArrayList<String>();
        extensions.add(need(NEEDS.get((int) (NEEDS.size() * Math.pow(random.nextDouble(), 2.2)))));
        if (random.nextInt(100) < 40) {
            extensions.add(need(NEEDS.get(random.nextInt(NEEDS.size()))));
        }
        if (random.nextInt(100) < 60) {
            extensions.add("""
                    {"url": "%sStructureDefinition/service-capacity", "extension": [
                      {"url": "status", "valueCoding": {"system": "%sCodeSystem/capacity-status", "code": "%s"}},
                      {"url": "asOf", "valueDateTime": "2026-11-%02d"}]}""".formatted(
                            IG,
                            IG,
                            List.of("available", "waiting-list", "no-capacity").get(random.nextInt(3)),
                            1 + random.nextInt(20)));
        }
        if (random.nextInt(100) < 70) {
            extensions.add("""
                    {"url": "%sStructureDefinition/service-delivery-mode", "valueCodeableConcept": {"coding": [
                      {"system": "%sCodeSystem/contact-mode", "code": "%s"}]}}""".formatted(IG, IG, number % ACTIVITIES.size() == 8 ? "telephone" : "group"));
        }
        var parts = new ArrayList<String>();
        if (random.nextInt(100) < 70) {
            parts.add(coded(
                    "serviceProvisionCode",
                    "http://terminology.hl7.org/CodeSystem/service-provision-conditions",
                    random.nextInt(100) < 60 ? "free" : "cost"));
        }
        if (random.nextInt(100) < 50) {
            parts.add(coded("communication", "urn:ietf:bcp:47", random.nextInt(100) < 90 ? "en" : "pl"));
        }
        if (random.nextInt(100) < 50) {
            parts.add(coded(
                    "characteristic",
                    IG + "CodeSystem/service-accessibility",
                    ACCESS.get(random.nextInt(ACCESS.size()))));
        }
        if (random.nextInt(100) < 70) {
            parts.add("""
                    "availableTime": [{"daysOfWeek": ["%s"], "availableStartTime": "%02d:00:00", "availableEndTime": "%02d:30:00"}]""".formatted(
                            DAYS.get(random.nextInt(DAYS.size())), 9 + random.nextInt(5), 14 + random.nextInt(6)));
        }
        if (random.nextInt(100) < 30) {
            parts.add("""
                    "eligibility": [{"code": {"coding": [{"system": "%sCodeSystem/eligibility-kind", "code": "age"}]},
                      "extension": [{"url": "%sStructureDefinition/eligibility-ages", "valueRange": {"low":
                        {"value": 18, "unit": "years", "system": "http://unitsofmeasure.org", "code": "a"}}}]}]""".formatted(IG, IG));
        }
        return """
                {"resourceType": "HealthcareService", "active": true, "name": "Bench Example %s %d",
                 "comment": "A %s %s for people who want to meet others over tea and cake, model %d.",
                 "identifier": [{"system": "https://bench.example/id", "value": "S-%d"}],
                 "category": [{"coding": [{"system": "%sCodeSystem/service-category", "code": "community-service"}]}],
                 "providedBy": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000001"},
                 "location": [{"reference": "urn:uuid:00000000-0000-4000-8000-000000000002"}],
                 %s "extension": [%s]}""".formatted(
                        activity,
                        number,
                        random.nextInt(100) < 40 ? "friendly" : "quiet",
                        activity,
                        number,
                        number,
                        IG,
                        parts.isEmpty() ? "" : String.join(",", parts) + ",",
                        String.join(",", extensions));
    }

    private static String need(String code) {
        return """
                {"url": "%sStructureDefinition/service-need", "valueCodeableConcept": {"coding": [
                  {"system": "%sCodeSystem/need-category", "code": "%s"}]}}""".formatted(IG, IG, code);
    }

    private static String coded(String element, String system, String code) {
        return "\"%s\": [{\"coding\": [{\"system\": \"%s\", \"code\": \"%s\"}]}]".formatted(element, system, code);
    }
}

package io.github.sprigfhir.app.directory.openreferral;

import io.github.sprigfhir.domain.directory.feed.AccessWords;
import io.github.sprigfhir.domain.directory.feed.AgeBounds;
import io.github.sprigfhir.domain.directory.feed.Finding;
import io.github.sprigfhir.domain.directory.feed.Language;
import io.github.sprigfhir.domain.directory.feed.NeedTable;
import io.github.sprigfhir.domain.directory.feed.Remark;
import io.github.sprigfhir.domain.directory.feed.RoomNow;
import io.github.sprigfhir.domain.directory.feed.Schedule;
import io.github.sprigfhir.domain.directory.feed.ServiceStatus;
import io.github.sprigfhir.domain.directory.feed.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.HealthcareService.DaysOfWeek;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UnsignedIntType;

/** Maps what a feed says of a service itself to a community service; each method is one row of the guide's table. */
final class FhirService {

    private final Doc sent;
    private final NeedTable needs;
    private final Instant now;
    private final HealthcareService service = new HealthcareService();

    /** @param now for what is said without a date */
    FhirService(Doc sent, NeedTable needs, Instant now) {
        this.sent = sent;
        this.needs = needs;
        this.now = now;
    }

    HealthcareService map(String name) {
        service.setName(name);
        service.addCategory(Codes.concept(Codes.CATEGORY, "community-service"));
        sent.text("description").ifPresent(service::setComment);
        sent.text("alert").ifPresent(service::setExtraDetails);
        service.setTelecom(FhirPlaces.telecom(sent, "url"));
        status();
        terms();
        ages();
        costs();
        sent.items("funding").forEach(funding -> funding.text("source")
                .ifPresent(
                        source -> service.addExtension(Codes.SERVICE_FUNDING, new CodeableConcept().setText(source))));
        languages();
        accessibility();
        modes();
        sent.items("schedules").forEach(this::schedule);
        sent.items("service_at_locations")
                .forEach(place -> place.items("schedules").forEach(this::schedule));
        return service;
    }

    private void status() {
        var word = sent.text("status");
        var status = word.flatMap(ServiceStatus::of);
        if (status.isEmpty()) {
            sent.find(
                    Remark.UNKNOWN_STATUS,
                    "status",
                    word.isEmpty() ? "The service has no status." : "The standard has no such status.");
        }
        service.setActive(status.map(ServiceStatus::isActive).orElse(false));
        var lines = new ArrayList<RoomNow.Line>();
        for (var name : List.of("capacities", "service_capacity", "service_capacities")) {
            for (var line : sent.node().path(name).isArray() ? sent.items(name) : List.<Doc>of()) {
                var available = line.number("available");
                var updated = line.instant("updated");
                if (available.isPresent() && updated.isPresent()) {
                    lines.add(new RoomNow.Line(available.get(), updated.get()));
                } else {
                    line.find(Remark.CAPACITY_UNREADABLE, "", "Capacity needs a number and the moment it was true.");
                }
            }
        }
        RoomNow.of(status, lines).ifPresent(this::capacity);
    }

    private void capacity(RoomNow room) {
        var capacity = new Extension(Codes.SERVICE_CAPACITY);
        capacity.addExtension("status", new Coding(Codes.CAPACITY, room.status(), null));
        room.places().ifPresent(places -> capacity.addExtension("places", new UnsignedIntType(places)));
        var asOf = room.asOf().or(() -> sent.instant("last_modified")).orElse(now);
        capacity.addExtension("asOf", moment(asOf));
        service.addExtension(capacity);
    }

    static DateTimeType moment(Instant instant) {
        var moment = new DateTimeType(Date.from(instant.truncatedTo(ChronoUnit.SECONDS)));
        moment.setTimeZone(TimeZone.getTimeZone("UTC"));
        return moment;
    }

    private void terms() {
        var terms = new ArrayList<NeedTable.Term>();
        for (var attribute : sent.items("attributes")) {
            attribute.object("taxonomy_term").ifPresent(term -> {
                terms.add(new NeedTable.Term(term.text("id"), term.text("name"), term.text("term_uri")));
                term.text("name")
                        .or(() -> attribute.text("label", "value"))
                        .filter(name -> !isOurNeed(term))
                        .ifPresent(name -> service.addType(type(term, name)));
            });
        }
        var read = needs.read(terms);
        if (!read.known()) {
            sent.find(
                    Remark.NO_NEED_KNOWN,
                    "attributes",
                    terms.isEmpty()
                            ? "The service has no taxonomy term, so its need is \"other\"."
                            : "No line of sprig.directory.open-referral.needs knows its terms, so its need is \"other\".");
        }
        read.codes().forEach(code -> service.addExtension(Codes.SERVICE_NEED, Codes.concept(Codes.NEED, code)));
    }

    /** One of our categories is a need and no activity. */
    private static boolean isOurNeed(Doc term) {
        return term.text("term_uri")
                .filter(uri -> uri.startsWith(NeedTable.ADDRESS))
                .isPresent();
    }

    /** The term with its taxonomy's address; where the taxonomy has none, in words only. */
    private static CodeableConcept type(Doc term, String name) {
        var type = new CodeableConcept().setText(name);
        var taxonomy = term.object("taxonomy_detail")
                .flatMap(detail -> detail.text("uri"))
                .or(() -> term.node().path("taxonomy").isTextual() ? term.text("taxonomy") : Optional.empty())
                .filter(FhirService::isAddress);
        var code = term.text("id", "code").filter(id -> id.matches("[^\\s]+(\\s[^\\s]+)*"));
        if (taxonomy.isPresent() && code.isPresent()) {
            type.addCoding(new Coding(taxonomy.get(), code.get(), name));
        }
        return type;
    }

    private static boolean isAddress(String text) {
        return text.matches("https?://[A-Za-z0-9.-]+(:\\d+)?(/[A-Za-z0-9._~/#-]*)?")
                && !text.startsWith("http://snomed.info")
                && !text.startsWith("http://loinc.org")
                && !text.contains("sprig-fhir.github.io")
                && !text.contains("hl7.org");
    }

    private void ages() {
        var lowest = sent.number("minimum_age");
        var highest = sent.number("maximum_age");
        var read = AgeBounds.of(lowest, highest);
        if (read.isEmpty()) {
            sent.find(Remark.AGES_IMPOSSIBLE, "minimum_age", "Nobody is of such an age.");
        }
        read.filter(bounds -> !bounds.equals(AgeBounds.NONE)).ifPresent(bounds -> {
            var range = new Range();
            bounds.lowest().ifPresent(age -> range.setLow(years(age)));
            bounds.highest().ifPresent(age -> range.setHigh(years(age)));
            service.addEligibility().setCode(Codes.concept(Codes.KIND, "age")).addExtension(Codes.AGES, range);
        });
        sent.text("eligibility_description").ifPresent(words -> service.addEligibility()
                .setCode(Codes.concept(Codes.KIND, "other"))
                .setComment(words));
    }

    private static Quantity years(int age) {
        return new Quantity(age).setSystem(Codes.UCUM).setCode("a").setUnit("years");
    }

    private void costs() {
        var amounts = new ArrayList<BigDecimal>();
        for (var option : sent.items("cost_options")) {
            var cost = new Extension(Codes.SERVICE_COST);
            option.text("option").ifPresent(text -> cost.addExtension("option", new StringType(text)));
            option.number("amount").ifPresent(amount -> {
                if (amount.signum() < 0) {
                    option.find(Remark.COST_UNREADABLE, "amount", "Nobody pays less than nothing.");
                } else {
                    amounts.add(amount);
                    cost.addExtension("amount", new Money().setValue(amount).setCurrency(currency(option)));
                }
            });
            option.text("amount_description", "cost_description")
                    .ifPresent(text -> cost.addExtension("description", new StringType(text)));
            period(option).ifPresent(valid -> cost.addExtension("valid", valid));
            if (cost.hasExtension()) {
                service.addExtension(cost);
            }
        }
        sent.text("fees", "fees_description").ifPresent(fees -> service.addExtension(fees(fees)));
        if (!amounts.isEmpty()) {
            var free = amounts.stream().allMatch(amount -> amount.signum() == 0);
            var some = amounts.stream().anyMatch(amount -> amount.signum() == 0);
            service.addServiceProvisionCode(Codes.concept(Codes.PROVISION, free ? "free" : some ? "disc" : "cost"));
        }
    }

    private static Extension fees(String text) {
        var cost = new Extension(Codes.SERVICE_COST);
        cost.addExtension("description", new StringType(text));
        return cost;
    }

    private static String currency(Doc option) {
        return option.text("currency").filter(code -> code.matches("[A-Z]{3}")).orElse("GBP");
    }

    private static Optional<Period> period(Doc sent) {
        var from = sent.date("valid_from");
        var to = sent.date("valid_to");
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            sent.find(Remark.DATE_UNREADABLE, "valid_to", "It ends before it begins.");
            return Optional.empty();
        }
        var period = new Period();
        from.ifPresent(day -> period.setStartElement(new DateTimeType(day.toString())));
        to.ifPresent(day -> period.setEndElement(new DateTimeType(day.toString())));
        return Optional.of(period);
    }

    private void languages() {
        var tags = new LinkedHashSet<String>();
        for (var language : sent.items("languages")) {
            var code = language.text("code");
            var name = language.text("name", "language");
            var tag = Language.tag(code, name);
            if (tag.isEmpty() && (code.isPresent() || name.isPresent())) {
                language.find(
                        Remark.LANGUAGE_UNKNOWN, "name", "This is not the code or the English name of a language.");
            }
            tag.ifPresent(tags::add);
        }
        tags.forEach(tag ->
                service.addCommunication(new CodeableConcept(new Coding(Codes.LANGUAGE, tag, Language.name(tag)))));
    }

    private void accessibility() {
        for (var place : sent.items("service_at_locations")) {
            place.object("location").stream()
                    .flatMap(location -> location.items("accessibility").stream())
                    .forEach(line -> line.text("description", "accessibility").ifPresent(this::characteristic));
        }
    }

    private void characteristic(String words) {
        var characteristic = new CodeableConcept().setText(words);
        AccessWords.in(words).forEach(code -> characteristic.addCoding(new Coding(Codes.ACCESSIBILITY, code, null)));
        if (service.getCharacteristic().stream().noneMatch(known -> known.equalsDeep(characteristic))) {
            service.addCharacteristic(characteristic);
        }
    }

    private void modes() {
        var modes = new LinkedHashSet<String>();
        for (var place : sent.items("service_at_locations")) {
            place.object("location")
                    .flatMap(location -> location.text("location_type"))
                    .ifPresent(type -> {
                        switch (type) {
                            case "physical" -> modes.add("in-person");
                            case "virtual" -> modes.add("video");
                            default -> {}
                        }
                    });
        }
        modes.forEach(mode -> service.addExtension(Codes.SERVICE_MODE, Codes.concept(Codes.MODE, mode)));
    }

    private void schedule(Doc schedule) {
        Map<String, String> fields = new HashMap<>();
        schedule.node().properties().forEach(field -> {
            if (field.getValue().isValueNode()) {
                fields.put(field.getKey(), field.getValue().asText());
            }
        });
        var reading = new Schedule(fields).read();
        for (Finding found : reading.findings()) {
            schedule.find(found.remark(), found.path(), found.text());
        }
        var words = schedule.text("description");
        if (reading.times() instanceof Times.Weekly weekly) {
            var time = service.addAvailableTime();
            weekly.days().forEach(day -> time.addDaysOfWeek(DaysOfWeek.fromCode(day.code())));
            weekly.opens().ifPresent(opens -> time.setAvailableStartTime(clock(opens)));
            weekly.closes().ifPresent(closes -> time.setAvailableEndTime(clock(closes)));
        } else if (reading.times() instanceof Times.Dated dated) {
            service.addExtension(dated(dated, words));
        } else {
            words.ifPresent(text -> service.addExtension(inWords(text)));
        }
    }

    private static Extension inWords(String text) {
        var extension = new Extension(Codes.SERVICE_SCHEDULE);
        extension.addExtension("description", new StringType(text));
        return extension;
    }

    private static Extension dated(Times.Dated dated, Optional<String> words) {
        var extension = new Extension(Codes.SERVICE_SCHEDULE);
        extension.addExtension("start", new DateType(dated.start().toString()));
        dated.rule().ifPresent(rule -> extension.addExtension("rule", new StringType(rule)));
        dated.opens().ifPresent(opens -> extension.addExtension("opens", time(clock(opens))));
        dated.closes().ifPresent(closes -> extension.addExtension("closes", time(clock(closes))));
        if (dated.from().isPresent() || dated.to().isPresent()) {
            var valid = new Period();
            dated.from().ifPresent(day -> valid.setStartElement(new DateTimeType(day.toString())));
            dated.to()
                    .filter(day ->
                            dated.from().isEmpty() || !day.isBefore(dated.from().get()))
                    .ifPresent(day -> valid.setEndElement(new DateTimeType(day.toString())));
            extension.addExtension("valid", valid);
        }
        words.ifPresent(text -> extension.addExtension("description", new StringType(text)));
        return extension;
    }

    private static Type time(String clock) {
        return new TimeType(clock);
    }

    private static String clock(LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern("HH:mm:ss"));
    }
}

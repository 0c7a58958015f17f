package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.domain.directory.feed.Finding;
import io.github.sprigfhir.domain.directory.feed.Remark;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one object of a document field by field; a field of another kind than the standard gives it is found, and read as
 * if it were not there.
 *
 * @param path where the object stands in the service's document; empty for the service itself
 */
record Doc(ObjectNode node, String path, List<Finding> findings) {

    private static final int MOST_ITEMS = 500;

    /** A text that says something, without space around it. Numbers are texts too: some publishers send ids so. */
    Optional<String> text(String name) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() && !value.isNumber() && !value.isBoolean()) {
            find(Remark.WRONG_TYPE, name, "This should be a text.");
            return Optional.empty();
        }
        return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
    }

    /** The first of several fields that says something. */
    Optional<String> text(String name, String other) {
        return text(name).or(() -> text(other));
    }

    Optional<BigDecimal> number(String name) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        var text = value.isTextual() ? value.asText().strip() : "-";
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.matches("-?\\d{1,12}(\\.\\d{1,12})?")) {
            return Optional.of(new BigDecimal(text));
        }
        find(Remark.WRONG_TYPE, name, "This should be a number.");
        return Optional.empty();
    }

    /** A day, also where a time of day stands behind it. */
    Optional<LocalDate> date(String name) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
            } catch (DateTimeParseException unreadable) {
                find(Remark.DATE_UNREADABLE, name, "This is not a date such as 2026-11-23.");
                return Optional.empty();
            }
        });
    }

    Optional<Instant> instant(String name) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException unreadable) {
                find(Remark.DATE_UNREADABLE, name, "This is not a moment such as 2026-11-23T09:30:00Z.");
                return Optional.empty();
            }
        });
    }

    Optional<Doc> object(String name) {
        var value = node.get(name);
        if (value instanceof ObjectNode object) {
            return Optional.of(new Doc(object, at(name), findings));
        }
        if (value != null && !value.isNull()) {
            find(Remark.WRONG_TYPE, name, "This should be an object.");
        }
        return Optional.empty();
    }

    /** The objects of a list; none where there is no list. */
    List<Doc> items(String name) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            find(Remark.WRONG_TYPE, name, "This should be a list.");
            return List.of();
        }
        if (value.size() > MOST_ITEMS) {
            find(Remark.TOO_MANY, name, "Only the first %d of %d are read.".formatted(MOST_ITEMS, value.size()));
        }
        var items = new ArrayList<Doc>();
        for (int i = 0; i < value.size() && i < MOST_ITEMS; i++) {
            item(value.get(i), "%s[%d]".formatted(name, i)).ifPresent(items::add);
        }
        return items;
    }

    private Optional<Doc> item(JsonNode value, String name) {
        if (value instanceof ObjectNode object) {
            return Optional.of(new Doc(object, at(name), findings));
        }
        find(Remark.WRONG_TYPE, name, "This should be an object.");
        return Optional.empty();
    }

    void find(Remark remark, String name, String text) {
        findings.add(new Finding(remark, at(name), text));
    }

    private String at(String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }
}

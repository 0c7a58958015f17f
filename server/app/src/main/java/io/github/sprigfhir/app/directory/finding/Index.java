package io.github.sprigfhir.app.directory.finding;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sprigfhir.domain.directory.Matching;
import io.github.sprigfhir.domain.directory.Offer;
import io.github.sprigfhir.domain.directory.Position;
import io.github.sprigfhir.domain.directory.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables in which services are found; written in the transaction that is under way. */
@Component
class Index {

    /** Between the maps of two needs, in metres: more than any map is wide. */
    static final double BETWEEN_MAPS = 2e7;

    static final int EVERY_NEED = 0;
    private static final short FIRST_PLACE = 0;
    private static final short NO_PLACE = -1;

    /** Stands in no reference. */
    private static final String BETWEEN = "\u001f";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();

    private final JdbcTemplate database;

    Index(DataSource database, IndexTables tables) {
        this.database = new JdbcTemplate(database);
        if (!tables.areMade()) {
            throw new IllegalStateException("The tables come first.");
        }
    }

    /**
     * Services as they are now.
     *
     * @param services the ids of all of them
     * @param entries of those that are to be found
     */
    void write(Collection<String> services, List<Entry> entries) {
        database.update("delete from sprig_service where id = any(?)", (Object) services.toArray(String[]::new));
        if (entries.isEmpty()) {
            return;
        }
        var numbers = numbers(entries);
        database.batchUpdate(
                """
                insert into sprig_service_at
                    (number, need, place, at, confirmed, age_low, age_high, level, tags, week)
                values (?, ?, ?, point(?, ?), ?, ?, ?, ?, ?, cast(? as int4multirange))
                """,
                entries.stream()
                        .flatMap(entry -> rows(
                                Objects.requireNonNull(numbers.get(entry.offer().id())), entry))
                        .toList());
    }

    /** Writes what services are judged by, and tells the number of each by its id. */
    private Map<String, Integer> numbers(List<Entry> entries) {
        var numbers = new HashMap<String, Integer>();
        var texts = column(entries, entry -> String.join(" ", Words.of(entry.text())));
        database.query(
                """
                insert into sprig_service (id, refs, entry, words)
                select id, string_to_array(refs, chr(31)), entry,
                    to_tsvector('english', words) || to_tsvector('simple', words)
                from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                    as due(id, refs, entry, words)
                returning id, number
                """,
                row -> {
                    numbers.put(row.getString(1), row.getInt(2));
                },
                column(entries, entry -> entry.offer().id()),
                column(entries, entry -> String.join(BETWEEN, entry.refs())),
                column(entries, Index::json),
                texts);
        return numbers;
    }

    private static String[] column(List<Entry> entries, Function<Entry, String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }

    private static Stream<Object[]> rows(int number, Entry entry) {
        var offer = entry.offer();
        return needs(offer).flatMap(need -> places(offer).stream().map(place -> new Object[] {
            number,
            need,
            place.number(),
            place.east(need),
            place.north(),
            entry.confirmed().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
            Signs.lowest(offer.ages()),
            Signs.highest(offer.ages()),
            offer.level().orElse(0),
            Signs.of(offer),
            Signs.week(offer)
        }));
    }

    private static Stream<Integer> needs(Offer offer) {
        return Stream.concat(Stream.of(EVERY_NEED), offer.needs().stream().map(Signs::need))
                .distinct();
    }

    private record Place(short number, Optional<Position> position) {

        @Nullable
        Double east(int need) {
            return position.map(at -> at.onMap().east() + need * BETWEEN_MAPS).orElse(null);
        }

        @Nullable
        Double north() {
            return position.map(at -> at.onMap().north()).orElse(null);
        }
    }

    private static List<Place> places(Offer offer) {
        var places = new ArrayList<Place>();
        offer.places().forEach(at -> places.add(new Place((short) places.size(), Optional.of(at))));
        if (places.isEmpty()) {
            places.add(new Place(FIRST_PLACE, Optional.empty()));
        } else if (offer.access().modes().stream().anyMatch(Matching.FROM_HOME::contains)) {
            places.add(new Place(NO_PLACE, Optional.empty()));
        }
        return places;
    }

    /** The ids of services that were made from one of these. */
    List<String> madeFrom(Collection<String> references) {
        return references.isEmpty()
                ? List.of()
                : database.queryForList(
                        "select id from sprig_service where refs && cast(? as text[])", String.class, (Object)
                                references.toArray(String[]::new));
    }

    /** The entries of these numbers, in no order. */
    List<Entry> entries(Collection<Integer> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : database.query(
                        "select entry from sprig_service where number = any(?)",
                        (row, number) -> entry(row.getString(1)),
                        (Object) numbers.toArray(Integer[]::new));
    }

    private static String json(Entry entry) {
        try {
            return JSON.writeValueAsString(new Entry(entry.offer(), entry.said(), entry.confirmed(), List.of(), ""));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Entry entry(String json) {
        try {
            return JSON.readValue(json, Entry.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("The index of services is not of this version", foreign);
        }
    }
}

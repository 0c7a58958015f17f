package io.github.sprigfhir.app.directory.postcodes;

import io.github.sprigfhir.domain.directory.Position;
import io.github.sprigfhir.domain.directory.Postcode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a file in the format of the ONS Postcode Directory, a line at a time. Columns are known by their names, of which
 * there are older ones ({@code oslaua}) and newer ones with a year in them ({@code lad25cd}); those that are not needed do
 * not matter.
 *
 * <p>The file comes from outside: no line is longer than {@value #LONGEST_LINE} characters, there are no more than
 * {@value #MOST_LINES} of them, and one in a hundred may be unreadable; otherwise all of it is refused.
 */
final class PostcodeFile {

    static final int LONGEST_LINE = 10_000;
    static final int MOST_LINES = 5_000_000;
    private static final int ONE_IN = 100;

    private static final Pattern POSTCODE = Pattern.compile("pcds");
    private static final Pattern ENDED = Pattern.compile("doterm");
    private static final Pattern LATITUDE = Pattern.compile("lat");
    private static final Pattern LONGITUDE = Pattern.compile("long");
    private static final List<Pattern> AREAS = Stream.of(
                    "oscty|cty\\d\\dcd",
                    "oslaua|laua|lad\\d\\dcd",
                    "osward|ward|wd\\d\\dcd",
                    "ctry|ctry\\d\\dcd",
                    "rgn|rgn\\d\\dcd")
            .map(Pattern::compile)
            .toList();
    private static final Pattern DEPRIVATION = Pattern.compile("imd|imd\\d\\dind");
    private static final Pattern RANK = Pattern.compile("[1-9]\\d{0,5}");
    private static final Pattern AREA = Pattern.compile("[EWSNKLM]\\d{8}");
    /** What stands where an area of the kind does not exist. */
    private static final String PSEUDO = "99999999";

    private static final Pattern YEAR_AND_MONTH = Pattern.compile("\\d{4}(0[1-9]|1[0-2])");
    private static final int LENGTH_OF_YEAR = 4;
    /** The latitude of a postcode whose place is not known. */
    private static final double NOWHERE = 99;

    private PostcodeFile() {}

    /**
     * One postcode.
     *
     * @param ended the first day of the month in which it was ended, as ISO has it
     * @param rank of its small area in the country's index of deprivation, 1 the most deprived
     */
    record Line(
            Postcode postcode, Position position, List<String> areas, Optional<String> ended, Optional<Integer> rank) {}

    /** Why a file is refused, for the operator. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1;

        Unreadable(String why) {
            super(why);
        }
    }

    /**
     * What was read.
     *
     * @param lines how many postcodes with a place
     * @param unreadable how many lines were left out because they make no sense
     */
    record Count(long lines, long unreadable) {}

    static Count read(Reader file, Consumer<Line> reader) throws IOException {
        var csv = CSVFormat.RFC4180.builder().setTrim(true).build();
        long good = 0;
        long bad = 0;
        try (var parser = csv.parse(new ShortLines(file))) {
            var records = parser.iterator();
            var columns = columns(records);
            while (records.hasNext()) {
                var record = records.next();
                if (good + bad >= MOST_LINES) {
                    throw new Unreadable("it has more than %d lines".formatted(MOST_LINES));
                }
                var line = columns.line(record);
                if (line.isPresent()) {
                    reader.accept(line.get());
                    good++;
                } else if (!columns.isNowhere(record)) {
                    bad++;
                }
            }
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw broken.getCause() instanceof Unreadable known
                    ? known
                    : new Unreadable("its quotation marks, line ends or encoding are broken");
        }
        if (good == 0 || bad * ONE_IN > good) {
            throw new Unreadable(
                    "it has %d lines with a postcode and its place, and %d that make no sense".formatted(good, bad));
        }
        return new Count(good, bad);
    }

    private static Columns columns(Iterator<CSVRecord> records) throws Unreadable {
        var names = new ArrayList<String>();
        if (records.hasNext()) {
            records.next().forEach(name -> names.add(name.replace("\uFEFF", "").toLowerCase(Locale.ROOT)));
        }
        var postcode = column(names, POSTCODE);
        var latitude = column(names, LATITUDE);
        var longitude = column(names, LONGITUDE);
        if (postcode < 0 || latitude < 0 || longitude < 0) {
            throw new Unreadable("its first line does not name the columns pcds, lat and long");
        }
        var areas = AREAS.stream()
                .map(area -> column(names, area))
                .filter(column -> column >= 0)
                .toList();
        return new Columns(postcode, latitude, longitude, column(names, ENDED), column(names, DEPRIVATION), areas);
    }

    private static int column(List<String> names, Pattern wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.matcher(names.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private record Columns(int postcode, int latitude, int longitude, int ended, int deprivation, List<Integer> areas) {

        Optional<Line> line(CSVRecord record) {
            var code = Postcode.of(value(record, postcode));
            var position = number(record, latitude)
                    .flatMap(north -> number(record, longitude).flatMap(east -> Position.of(north, east)));
            return code.isEmpty() || position.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Line(code.get(), position.get(), areas(record), ended(record), rank(record)));
        }

        boolean isNowhere(CSVRecord record) {
            return Postcode.of(value(record, postcode)).isPresent()
                    && number(record, latitude).filter(north -> north > NOWHERE).isPresent();
        }

        private List<String> areas(CSVRecord record) {
            return areas.stream()
                    .map(column -> value(record, column))
                    .filter(area -> AREA.matcher(area).matches() && !area.endsWith(PSEUDO))
                    .distinct()
                    .toList();
        }

        private Optional<Integer> rank(CSVRecord record) {
            return Optional.of(value(record, deprivation))
                    .filter(rank -> RANK.matcher(rank).matches())
                    .map(Integer::valueOf);
        }

        private Optional<String> ended(CSVRecord record) {
            return Optional.of(value(record, ended))
                    .filter(month -> YEAR_AND_MONTH.matcher(month).matches())
                    .map(month -> month.substring(0, LENGTH_OF_YEAR) + "-" + month.substring(LENGTH_OF_YEAR) + "-01");
        }

        private static String value(CSVRecord record, int column) {
            return column >= 0 && column < record.size() ? record.get(column) : "";
        }

        private static Optional<Double> number(CSVRecord record, int column) {
            try {
                return Optional.of(Double.valueOf(value(record, column)));
            } catch (NumberFormatException noNumber) {
                return Optional.empty();
            }
        }
    }

    /** Gives up on a line that never ends, before it fills the memory. */
    private static final class ShortLines extends Reader {

        private final Reader file;
        private int length;

        ShortLines(Reader file) {
            this.file = file;
        }

        @Override
        public int read(char[] buffer, int offset, int most) throws IOException {
            var count = file.read(buffer, offset, most);
            for (int i = offset; i < offset + count; i++) {
                length = buffer[i] == '\n' || buffer[i] == '\r' ? 0 : length + 1;
                if (length > LONGEST_LINE) {
                    throw new Unreadable("a line is longer than %d characters".formatted(LONGEST_LINE));
                }
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}

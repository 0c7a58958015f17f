package io.github.sprigfhir.domain.terminology;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The files of a release of SNOMED CT in its Release Format 2 (RF2) of which something is kept, and what of each line
 * (SNOMED CT Release File Specifications, sections 4.2 and 5.2). A file is known by its first line, since its name differs
 * from edition to edition.
 */
@SuppressWarnings("ImmutableEnumChecker") // Its lists are copies, and nothing writes to them.
public enum ReleaseFile {
    /** The concepts, those that are no longer active too. */
    CONCEPT(List.of("id", "effectiveTime", "active", "moduleId", "definitionStatusId"), List.of(0, 2, 1)) {
        @Override
        boolean keeps(String[] cells) {
            return true;
        }
    },
    /** The names that concepts have now. */
    DESCRIPTION(
            List.of(
                    "id",
                    "effectiveTime",
                    "active",
                    "moduleId",
                    "conceptId",
                    "languageCode",
                    "typeId",
                    "term",
                    "caseSignificanceId"),
            List.of(0, 4, 5, 6, 7)) {
        @Override
        boolean keeps(String[] cells) {
            return isActive(cells) && Set.of(FULLY_SPECIFIED_NAME, SYNONYM).contains(cells[6]);
        }
    },
    /** Of what each concept is a kind, as the editors' classifier found it. */
    RELATIONSHIP(
            List.of(
                    "id",
                    "effectiveTime",
                    "active",
                    "moduleId",
                    "sourceId",
                    "destinationId",
                    "relationshipGroup",
                    "typeId",
                    "characteristicTypeId",
                    "modifierId"),
            List.of(4, 5)) {
        @Override
        boolean keeps(String[] cells) {
            return isActive(cells) && cells[7].equals(IS_A) && cells[8].equals(INFERRED);
        }
    },
    /** The members of simple reference sets. */
    MEMBER(List.of("id", "effectiveTime", "active", "moduleId", "refsetId", "referencedComponentId"), List.of(4, 5)) {
        @Override
        boolean keeps(String[] cells) {
            return isActive(cells);
        }
    },
    /** Which name a language or a realm prefers. */
    LANGUAGE(
            List.of(
                    "id",
                    "effectiveTime",
                    "active",
                    "moduleId",
                    "refsetId",
                    "referencedComponentId",
                    "acceptabilityId"),
            List.of(4, 5)) {
        @Override
        boolean keeps(String[] cells) {
            return isActive(cells) && cells[6].equals(PREFERRED);
        }
    },
    /** What stands in place of concepts that are no longer active. */
    ASSOCIATION(
            List.of(
                    "id",
                    "effectiveTime",
                    "active",
                    "moduleId",
                    "refsetId",
                    "referencedComponentId",
                    "targetComponentId"),
            List.of(4, 5, 6)) {
        @Override
        boolean keeps(String[] cells) {
            return isActive(cells) && REPLACES.contains(cells[4]);
        }
    };

    /** The type of a description that names its concept alone. */
    public static final String FULLY_SPECIFIED_NAME = "900000000000003001";

    private static final String SYNONYM = "900000000000013009";
    private static final String IS_A = "116680003";
    private static final String INFERRED = "900000000000011006";
    private static final String PREFERRED = "900000000000548007";
    /** SAME AS, REPLACED BY, POSSIBLY EQUIVALENT TO, ALTERNATIVE. */
    private static final Set<String> REPLACES =
            Set.of("900000000000527005", "900000000000526001", "900000000000523009", "900000000000530003");

    private static final int ACTIVE = 2;
    private static final int SHORTEST_ID = 6;
    private static final int LONGEST_ID = 18;
    private static final String TAB = "\t";

    private final List<String> columns;
    private final List<Integer> kept;
    private final List<Integer> ids;

    ReleaseFile(List<String> columns, List<Integer> kept) {
        this.columns = List.copyOf(columns);
        this.kept = List.copyOf(kept);
        // The id of a line of a reference set is a UUID, of which nothing is kept.
        ids = IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).endsWith("Id") || (column == 0 && kept.contains(0)))
                .boxed()
                .toList();
    }

    /** The kind of file that begins with that line; none where nothing of it is kept. */
    public static Optional<ReleaseFile> of(String firstLine) {
        var columns = List.of(firstLine.split(TAB, -1));
        return Arrays.stream(values())
                .filter(kind -> kind.columns.equals(columns))
                .findFirst();
    }

    /** What became of a line. */
    public sealed interface Line {

        /** These of its cells are kept: those of the kind, in its order. */
        record Kept(List<String> cells) implements Line {}

        /** Nothing of it is. */
        record LeftOut() implements Line {}

        /** It is not as such a file has it. */
        record Faulty(String why) implements Line {}
    }

    /** Reads a line after the first. */
    public Line read(String line) {
        var cells = line.split(TAB, -1);
        if (cells.length != columns.size()) {
            return new Line.Faulty("has %d columns in place of %d".formatted(cells.length, columns.size()));
        }
        if (!isActive(cells) && !cells[ACTIVE].equals("0")) {
            return new Line.Faulty("is neither active (1) nor not (0)");
        }
        for (int column : ids) {
            if (!isId(cells[column])) {
                return new Line.Faulty("has no id in its column " + columns.get(column));
            }
        }
        return keeps(cells)
                ? new Line.Kept(kept.stream().map(column -> cells[column]).toList())
                : new Line.LeftOut();
    }

    private static boolean isId(String cell) {
        return cell.length() >= SHORTEST_ID
                && cell.length() <= LONGEST_ID
                && cell.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    abstract boolean keeps(String[] cells);

    private static boolean isActive(String[] cells) {
        return cells[ACTIVE].equals("1");
    }
}

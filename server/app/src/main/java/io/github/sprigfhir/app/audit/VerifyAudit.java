package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.domain.audit.ChainCheck;
import io.github.sprigfhir.domain.audit.Digest;
import io.github.sprigfhir.domain.audit.Seal;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;

/**
 * Computes every seal of the audit anew and says where the first event was changed, removed or inserted. It only reads,
 * so it can be run while the server runs, and by a role that may do nothing else.
 *
 * <p>Run as {@code ./sprig audit verify [--kept-since date] [number:hash]}, the last a seal that was kept elsewhere, or
 * by its name with the database in the environment (SPRING_DATASOURCE_URL, _USERNAME, _PASSWORD). Exit codes: 0 sound, 1
 * tampered with, 2 not checked.
 */
final class VerifyAudit {

    private static final int AT_ONCE = 20;
    private static final int TAMPERED = 1;
    private static final int UNCHECKED = 2;

    private final Seals seals;
    private final PrintStream out;

    VerifyAudit(DataSource database, PrintStream out) {
        this.seals = new Seals(database);
        this.out = out;
    }

    public static void main(String[] args) {
        var database = new PGSimpleDataSource();
        var environment = System.getenv();
        database.setUrl(environment.getOrDefault("SPRING_DATASOURCE_URL", "jdbc:postgresql:///"));
        database.setUser(environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "postgres"));
        database.setPassword(environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
        try {
            System.exit(new VerifyAudit(database, System.out).run(check(args)) ? 0 : TAMPERED);
        } catch (DataAccessException | IllegalArgumentException | DateTimeParseException problem) {
            System.err.println("sprig: the audit cannot be read: " + problem.getMessage());
            System.exit(UNCHECKED);
        }
    }

    private static ChainCheck check(String[] args) {
        var dated = args.length > 1 && args[0].equals("--kept-since");
        var rest = List.of(args).subList(dated ? 2 : 0, args.length);
        if (rest.size() > 1) {
            throw new IllegalArgumentException("it takes --kept-since with a date, and one seal");
        }
        return new ChainCheck(
                rest.stream().findFirst().map(VerifyAudit::kept),
                dated
                        ? Optional.of(LocalDate.parse(args[1])
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant())
                        : Optional.empty());
    }

    /** A seal as health shows it: its number, a colon and its hash. */
    static ChainCheck.Kept kept(String text) {
        if (!text.matches("\\d{1,18}:[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a seal is its number, a colon and its hash of 64 digits");
        }
        var colon = text.indexOf(':');
        return new ChainCheck.Kept(Long.parseLong(text.substring(0, colon)), new Digest(text.substring(colon + 1)));
    }

    /** Whether everything is as it was written; says so, or where not. */
    boolean run(ChainCheck check) {
        var events = 0L;
        var settled = 0L;
        for (var batch = seals.after(0, AT_ONCE); !batch.isEmpty(); batch = seals.after(check.number(), AT_ONCE)) {
            for (var seal : batch) {
                var fault = check.next(seal, found(seal));
                if (fault.isPresent()) {
                    return tell(fault.get());
                }
                events += seal.events().size();
                settled = seal.settled();
            }
        }
        var fault = seals.neverSealed(settled)
                .<ChainCheck.Fault>map(ChainCheck.Fault.Inserted::new)
                .or(check::end);
        if (fault.isPresent()) {
            return tell(fault.get());
        }
        out.printf(
                "The audit is sound: %d events under %d seals, %d not yet sealed.%n",
                events, check.number(), seals.waiting(settled));
        if (check.outOfTime() > 0) {
            out.printf("%d of them are gone, sealed before the day since which they are kept.%n", check.outOfTime());
        }
        if (check.number() > 0) {
            out.printf("Keep this elsewhere: %d:%s%n", check.number(), check.last());
        }
        return true;
    }

    private boolean tell(ChainCheck.Fault fault) {
        out.printf("The audit is NOT sound: %s.%n", fault.text());
        return false;
    }

    private Map<Long, Digest> found(Seal seal) {
        return seals.events(seal.events().stream().map(Seal.Sealed::id).toList()).stream()
                .collect(Collectors.toMap(Seal.Sealed::id, Seal.Sealed::digest));
    }
}

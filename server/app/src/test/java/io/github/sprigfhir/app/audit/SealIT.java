package io.github.sprigfhir.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.sprigfhir.domain.audit.AuditOutcome;
import io.github.sprigfhir.domain.audit.ChainCheck;
import io.github.sprigfhir.domain.audit.Interaction;
import io.github.sprigfhir.domain.audit.Touch;
import io.github.sprigfhir.domain.audit.Touched;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is done to the record afterwards shows, also by a superuser; and what is not done does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealIT {

    private final EmbeddedPostgres postgres;
    private final HikariDataSource database = new HikariDataSource();
    private final AuditStore store;
    private final Sealer sealer;
    private final JdbcClient sql;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    SealIT() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "60")
                .start();
        database.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        database.setMaximumPoolSize(20);
        store = new AuditStore(database);
        sealer = new Sealer(database);
        sql = JdbcClient.create(database);
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
        postgres.close();
    }

    @BeforeEach
    void begin() {
        asSuperuser("truncate sprig_audit; truncate sprig_audit_seal; alter sequence sprig_audit_number restart");
        said.reset();
        // It forgets what it has seen of the last test.
        sealer.round();
        sealer.round();
    }

    @Test
    void anEmptyRecordIsSoundAndSoIsOneThatIsNotYetSealed() {
        assertThat(isSound()).isTrue();
        store.write(entry());
        assertThat(isSound()).isTrue();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("0 events under 0 seals, 1 not yet sealed");
    }

    @Test
    void everythingIsSealedOnce() {
        write(5);
        sealer.round();
        write(3);
        sealer.round();
        sealer.round();

        assertThat(isSound()).isTrue();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("8 events under 2 seals, 0 not yet sealed");
    }

    @Test
    void anEventThatIsCommittedLateIsUnderTheNextSeal() {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        transaction.executeWithoutResult(status -> {
            store.write(entry());
            inAnotherThread(() -> {
                write(3);
                sealer.round();
                sealer.round();
                write(1);
                sealer.round();
            });
        });
        sealer.round();
        write(1);
        sealer.round();

        assertThat(isSound()).isTrue();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("6 events under 4 seals");
        assertThat(sql.sql("select ids::text from sprig_audit_seal order by number")
                        .query(String.class)
                        .list())
                .containsExactly("{2,3,4}", "{5}", "{1}", "{6}");
    }

    @Test
    void manyWritersAndTwoSealersLeaveASoundRecord() throws Exception {
        var other = new Sealer(database);
        var threads = Executors.newFixedThreadPool(10);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        var work = new ArrayList<Future<?>>();
        for (int writer = 0; writer < 8; writer++) {
            work.add(threads.submit(() -> {
                for (int i = 0; i < 100; i++) {
                    var undone = i % 7 == 0;
                    transaction.executeWithoutResult(status -> {
                        store.write(entry());
                        if (undone) {
                            status.setRollbackOnly();
                        }
                    });
                }
            }));
        }
        for (var one : List.of(sealer, other)) {
            work.add(threads.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    one.round();
                }
            }));
        }
        for (var future : work) {
            future.get();
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        sealer.round();
        sealer.round();
        other.round();

        assertThat(isSound()).as(said.toString(StandardCharsets.UTF_8)).isTrue();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("680 events under", ", 0 not yet sealed");
    }

    @ParameterizedTest
    @CsvSource({
        "update sprig_audit set patients = '{Patient/2}' where id = 3, event 3 was changed",
        "update sprig_audit set recorded = recorded + interval '1 microsecond' where id = 3, event 3 was changed",
        "update sprig_audit set agent = 'PractitionerRole/9' where id >= 4, event 4 was changed",
        "update sprig_audit set refs = '{}' where id = 5, event 5 was changed",
        "delete from sprig_audit where id = 2, event 2 was removed",
        "delete from sprig_audit_seal where number = 1, seal 1 was",
        "update sprig_audit_seal set settled = 0 where number = 2, seal 2 was",
        "update sprig_audit_seal set digests = '' where number = 2, seal 2 was",
        "'insert into sprig_audit (id, recorded, interaction, outcome) values (0, now(), ''READ'', 0)', event 0 was inserted"
    })
    void tamperingIsFoundAndNamed(String tampering, String fault) {
        write(3);
        sealer.round();
        write(3);
        sealer.round();
        sealer.round();
        assertThat(isSound()).isTrue();

        asSuperuser(tampering);

        assertThat(isSound()).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("NOT sound: " + fault);
    }

    @Test
    void aRecordThatWasCutOffIsToldByASealThatWasKept() {
        write(3);
        sealer.round();
        write(3);
        sealer.round();
        var kept = VerifyAudit.kept(sql.sql(
                        "select number || ':' || encode(hash, 'hex') from sprig_audit_seal order by number desc limit 1")
                .query(String.class)
                .single());
        assertThat(new VerifyAudit(database, new PrintStream(said))
                        .run(new ChainCheck(Optional.of(kept), Optional.empty())))
                .isTrue();

        asSuperuser("delete from sprig_audit where id > 3; delete from sprig_audit_seal where number > 1");

        assertThat(isSound()).isTrue();
        assertThat(new VerifyAudit(database, new PrintStream(said))
                        .run(new ChainCheck(Optional.of(kept), Optional.empty())))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "update sprig_audit set outcome = 0",
        "delete from sprig_audit",
        "truncate sprig_audit",
        "update sprig_audit_seal set number = 7",
        "delete from sprig_audit_seal",
        "truncate sprig_audit_seal"
    })
    void theDatabaseRefusesToChangeTheRecord(String change) {
        write(1);
        sealer.round();

        assertThatThrownBy(() -> sql.sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("the audit is never changed");
    }

    @Test
    void aRoleThatMayOnlyInsertAndSelectIsEnoughForTheServer() throws IOException, SQLException {
        sql.sql("drop role if exists sprig_server").update();
        sql.sql("create role sprig_server login").update();
        sql.sql("grant select, insert on sprig_audit, sprig_audit_seal to sprig_server")
                .update();
        sql.sql("grant select, usage on sequence sprig_audit_number to sprig_server")
                .update();
        try (var restricted = new HikariDataSource()) {
            restricted.setJdbcUrl(postgres.getJdbcUrl("sprig_server", "postgres"));
            restricted.setMaximumPoolSize(2);
            var theirs = new AuditStore(restricted);
            theirs.write(entry());
            theirs.writeWithoutWaiting(entry());
            new Sealer(restricted).round();

            assertThat(new VerifyAudit(restricted, new PrintStream(said))
                            .run(new ChainCheck(Optional.empty(), Optional.empty())))
                    .isTrue();
            assertThatThrownBy(() -> JdbcClient.create(restricted)
                            .sql("alter table sprig_audit disable trigger all")
                            .update())
                    .isInstanceOf(DataAccessException.class);
        } finally {
            sql.sql("drop owned by sprig_server").update();
        }
    }

    @Test
    void theDatabaseSaysTheNumberAndTheTime() {
        sql.sql("insert into sprig_audit (id, recorded, interaction, outcome) values (99, '2001-01-01', 'READ', 0)")
                .update();

        assertThat(sql.sql("select count(*) from sprig_audit where id = 99 or recorded < now() - interval '1 day'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void write(int events) {
        for (int i = 0; i < events; i++) {
            store.write(entry());
        }
    }

    private boolean isSound() {
        return new VerifyAudit(database, new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(new ChainCheck(Optional.empty(), Optional.empty()));
    }

    private static Entry entry() {
        return new Entry(
                Interaction.READ,
                AuditOutcome.SUCCESS,
                null,
                1,
                List.of("a-rule"),
                Who.at("192.0.2.1", "app"),
                Optional.empty(),
                "Task",
                null,
                List.of(new Touched(Touch.READ, "Task/1/_history/1", true)),
                Set.of("Patient/1"));
    }

    private void asSuperuser(String statements) {
        sql.sql("alter table sprig_audit disable trigger all").update();
        sql.sql("alter table sprig_audit_seal disable trigger all").update();
        for (var statement : statements.split(";", -1)) {
            sql.sql(statement).update();
        }
        sql.sql("alter table sprig_audit enable trigger all").update();
        sql.sql("alter table sprig_audit_seal enable trigger all").update();
    }

    private static void inAnotherThread(Runnable work) {
        var thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

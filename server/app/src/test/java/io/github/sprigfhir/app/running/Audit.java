package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads as the administrator what is on record of one test's requests, which all carry one id. */
final class Audit {

    private static final long VERSION_8 = 0x8000L;

    private final Server administrator;
    private final JdbcClient database;
    private final String request = UUID.randomUUID().toString();

    Audit(Server server, DataSource database) {
        this.administrator = server.as("demo-admin");
        this.database = JdbcClient.create(database);
    }

    /** The id of the test's requests. */
    String request() {
        return request;
    }

    /** The header that makes a request one of the test's. */
    String[] traced() {
        return new String[] {"X-Request-Id", request};
    }

    /** The one event of the test's requests. */
    AuditEvent event() {
        var events = events();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    List<AuditEvent> events() {
        return database
                .sql("select id from sprig_audit where request = ?::uuid order by id")
                .param(request)
                .query(Long.class)
                .list()
                .stream()
                .map(number -> "AuditEvent/" + new UUID(VERSION_8, Long.MIN_VALUE | number))
                .map(address -> administrator.get(address).hasStatus(200).as(AuditEvent.class))
                .toList();
    }

    List<AuditEvent> found(String search) {
        return administrator.get("AuditEvent?" + search).found().stream()
                .map(AuditEvent.class::cast)
                .toList();
    }

    /** From now on no event of the test's requests can be written. */
    void fails() {
        var name = "broken_" + request.replace('-', '_');
        database.sql("""
                        create function %s() returns trigger language plpgsql as $$
                        begin raise exception 'no more room'; end $$
                        """.formatted(name)).update();
        database.sql(
                        "create trigger %s before insert on sprig_audit for each row when (new.request = '%s') execute function %s()"
                                .formatted(name, request, name))
                .update();
    }

    /** The references of an event's entities of a type. */
    static List<String> what(AuditEvent event, String type) {
        return event.getEntity().stream()
                .filter(entity -> entity.getType().getCode().equals(type) && entity.hasWhat())
                .map(entity -> entity.getWhat().getReference())
                .toList();
    }

    static AuditEventEntityComponent entity(AuditEvent event, String type) {
        return event.getEntity().stream()
                .filter(entity -> entity.getType().getCode().equals(type))
                .findFirst()
                .orElseThrow();
    }

    static AuditEventAgentComponent agent(AuditEvent event, String type) {
        return event.getAgent().stream()
                .filter(agent -> agent.getType().getCodingFirstRep().getCode().equals(type))
                .findFirst()
                .orElseThrow();
    }
}

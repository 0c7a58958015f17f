package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.access.Kind;
import io.github.sprigfhir.domain.access.Permissions;
import io.github.sprigfhir.domain.access.Reach;
import io.github.sprigfhir.domain.access.Relation;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every cell of role, kind and act, for one's own, another's and what is hidden, is answered as the table says. */
@GuardedServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixIT {

    private final World world;
    private final ApplicationContext beans;
    private final Map<Relation, Map<Kind, String>> stored = new EnumMap<>(Relation.class);
    private final World.Org own;
    private final World.Org other;

    @Autowired
    AccessMatrixIT(@LocalServerPort int port, ApplicationContext beans) {
        this.beans = beans;
        world = new World(new Server(port), beans);
        own = world.organisation();
        other = world.organisation();
    }

    @BeforeAll
    void fill() {
        Research.release(beans);
        for (var relation : Relation.values()) {
            var author = relation == Relation.OWN ? own : other;
            var all = new EnumMap<Kind, String>(author.entries());
            var records = world.records(author);
            all.putAll(records.addresses());
            all.put(Kind.PROVENANCE, world.changeOf(records.of(Kind.TASK), author));
            all.put(Kind.DEFINITION, "CodeSystem/" + first("CodeSystem"));
            all.put(Kind.AUDIT_EVENT, "AuditEvent/" + first("AuditEvent"));
            if (relation != Relation.HIDDEN) {
                world.show(records.addresses().values(), own);
                world.show(List.of(all.getOrDefault(Kind.PROVENANCE, "")), own);
            }
            stored.put(relation, all);
        }
    }

    @ParameterizedTest
    @EnumSource
    void readingAndSearching(Role role) {
        check(role, Act.READ, Relation.OWN, address -> as(role).get(address));
        check(role, Act.READ, Relation.VISIBLE, address -> as(role).get(address));
        check(role, Act.SEARCH, Relation.OWN, address -> as(role).get(type(address) + "?_count=1"));
    }

    @ParameterizedTest
    @EnumSource
    void changing(Role role) {
        for (var relation : Relation.values()) {
            check(role, Act.UPDATE, relation, address -> as(role).put(address, asItIs(address)));
            check(role, Act.UPDATE, relation, address -> as(role).patch(address, Server.JSON_PATCH, "[]"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void deleting(Role role) {
        for (var relation : Relation.values()) {
            check(role, Act.DELETE, relation, address -> {
                var disposable = disposable(address, relation);
                return as(role).delete(disposable);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void creating(Role role) {
        var records = world.records(own);
        check(role, Act.CREATE, Relation.OWN, address -> {
            world.show(records.addresses().values(), own);
            var kind = kindOf(address);
            if (isOurs(kind)) {
                return as(role).post(type(address), "{\"resourceType\": \"%s\"}".formatted(type(address)));
            }
            var made = kind.isRecord() ? world.record(kind, own, records) : world.entry(kind, own);
            return as(role).post(type(address), made);
        });
    }

    /** Puts every kind of the table to one act, and compares each answer with what the table says. */
    private void check(Role role, Act act, Relation relation, Function<String, Answer> asked) {
        var cells = new ArrayList<Executable>();
        stored.getOrDefault(relation, Map.of()).forEach((kind, address) -> {
            var told = relation(kind, relation);
            var cell = "%s %s %s %s".formatted(role, act, kind, told);
            cells.add(() ->
                    assertThat(answered(asked.apply(address))).as(cell).isEqualTo(expected(role, act, kind, told)));
        });
        assertAll(cells);
    }

    /** Nothing of the directory is hidden, and an assurance is nobody's own. */
    private static Relation relation(Kind kind, Relation relation) {
        if (kind.isDirectory() && (relation == Relation.HIDDEN || kind == Kind.VERIFICATION_RESULT)) {
            return Relation.VISIBLE;
        }
        return relation;
    }

    private static String expected(Role role, Act act, Kind kind, Relation relation) {
        var isWrite = act != Act.READ && act != Act.SEARCH;
        if (isWrite && kind == Kind.AUDIT_EVENT) {
            return "not-offered";
        }
        // No token of theirs lets them write, so nobody comes to look at the table.
        if (isWrite && Clients.readsOnly(role)) {
            return "scope-missing";
        }
        var reach = Permissions.of(role, act, kind);
        // Of records and of the directory they see copies, and these are none.
        if (role == Role.RESEARCHER && act == Act.READ && reach != Reach.NONE && kind != Kind.DEFINITION) {
            return "hidden";
        }
        if (reach == Reach.NONE) {
            return "access-role";
        }
        // Who looked at one's own record is asked for one person and that purpose alone (WhoLookedIT).
        if (reach == Reach.CIRCLE && kind == Kind.AUDIT_EVENT) {
            return "audit-reader";
        }
        if (reach == Reach.ALL || relation == Relation.OWN || (reach == Reach.CIRCLE && relation == Relation.VISIBLE)) {
            return "granted";
        }
        return relation == Relation.HIDDEN ? "hidden" : "access-own";
    }

    /** What other rules say of a request is no matter of access. */
    private static String answered(Answer answer) {
        assertThat(answer.status()).as(answer.request()).isLessThan(500);
        if (answer.status() == 403) {
            return answer.rules().get(0);
        }
        if (answer.status() == 405) {
            return answer.rules().contains("server-assigns-ids") ? "hidden" : "not-offered";
        }
        return answer.status() == 404 ? "hidden" : "granted";
    }

    /** What may be deleted is deleted once: a new one each time. */
    private String disposable(String address, Relation relation) {
        var kind = kindOf(address);
        var author = relation == Relation.OWN ? own : other;
        if (kind == Kind.SUBSCRIPTION) {
            var made = world.create(world.record(kind, author, new World.Records(Map.of())));
            if (relation != Relation.HIDDEN) {
                world.show(List.of(made), own);
            }
            return made;
        }
        var isDisposable = kind.isDirectory() && kind != Kind.ORGANIZATION;
        return isDisposable ? world.create(world.entry(kind, author)) : address;
    }

    /** The server writes it, and nobody else. */
    private static boolean isOurs(Kind kind) {
        return kind == Kind.PROVENANCE || kind == Kind.AUDIT_EVENT || kind == Kind.DEFINITION;
    }

    private String first(String type) {
        return as(Role.ADMINISTRATOR)
                .get(type + "?_count=1")
                .bundle()
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
    }

    private String asItIs(String address) {
        if (isOurs(kindOf(address))) {
            var id = address.substring(address.indexOf('/') + 1);
            return "{\"resourceType\": \"%s\", \"id\": \"%s\"}".formatted(type(address), id);
        }
        var resource = Json.read(world.stored(address));
        resource.setMeta(null);
        return Json.of(resource);
    }

    private Server as(Role role) {
        return world.as(role, role == Role.RESEARCHER ? "ResearchStudy/" + Research.PROJECT : own.id());
    }

    private static Kind kindOf(String address) {
        return Kind.ofType(type(address)).orElse(Kind.DEFINITION);
    }

    private static String type(String address) {
        return address.substring(0, address.indexOf('/'));
    }
}

package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.access.Kind;
import io.github.sprigfhir.domain.access.Permissions;
import io.github.sprigfhir.domain.access.Reach;
import io.github.sprigfhir.domain.access.Relation;
import io.github.sprigfhir.domain.kernel.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every cell of role, kind and act, for one's own, another's and what is hidden, is answered as the table says. */
@RunningServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixIT {

    private final Server server;
    private final World world;
    private final Map<Relation, Map<Kind, String>> stored = new EnumMap<>(Relation.class);
    private final World.Org own;
    private final World.Org other;

    @Autowired
    AccessMatrixIT(@LocalServerPort int port, DataSource database) {
        server = new Server(port);
        world = new World(server, database);
        own = world.organisation();
        other = world.organisation();
    }

    @BeforeAll
    void fill() {
        for (var relation : Relation.values()) {
            var author = relation == Relation.OWN ? own : other;
            var all = new EnumMap<Kind, String>(author.entries());
            var records = world.records(author);
            all.putAll(records.addresses());
            if (relation != Relation.HIDDEN) {
                world.show(records.addresses().values(), own);
            }
            stored.put(relation, all);
        }
    }

    @ParameterizedTest
    @EnumSource
    void readingAndSearching(Role role) {
        check(role, Act.READ, Relation.OWN, address -> server.get(address, as(role)));
        check(role, Act.READ, Relation.VISIBLE, address -> server.get(address, as(role)));
        check(role, Act.SEARCH, Relation.OWN, address -> server.get(type(address) + "?_count=1", as(role)));
    }

    @ParameterizedTest
    @EnumSource
    void changing(Role role) {
        for (var relation : Relation.values()) {
            check(role, Act.UPDATE, relation, address -> server.put(address, asItIs(address), as(role)));
            check(role, Act.UPDATE, relation, address -> server.patch(address, Server.JSON_PATCH, "[]", as(role)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void deleting(Role role) {
        for (var relation : Relation.values()) {
            check(role, Act.DELETE, relation, address -> {
                var disposable = disposable(address, relation);
                return server.ask("DELETE", disposable, BodyPublishers.noBody(), as(role));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void creating(Role role) {
        var records = world.records(own);
        check(role, Act.CREATE, Relation.OWN, address -> {
            world.show(records.addresses().values(), own);
            var kind = Kind.ofType(type(address)).orElseThrow();
            var made = kind.isRecord() ? world.record(kind, own, records) : world.entry(kind, own);
            return server.post(type(address), made, as(role));
        });
    }

    /** Puts every kind of the table to one act, and compares each answer with what the table says. */
    private void check(Role role, Act act, Relation relation, Function<String, Answer> asked) {
        var cells = new ArrayList<Executable>();
        stored.getOrDefault(relation, Map.of()).forEach((kind, address) -> {
            var told = relation(kind, relation);
            var cell = "%s %s %s %s".formatted(role, act, kind, told);
            cells.add(
                    () -> assertThat(kindOf(asked.apply(address))).as(cell).isEqualTo(expected(role, act, kind, told)));
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
        var reach = Permissions.of(role, act, kind);
        if (reach == Reach.NONE) {
            return "access-role";
        }
        if (reach == Reach.ALL || relation == Relation.OWN || (reach == Reach.CIRCLE && relation == Relation.VISIBLE)) {
            return "granted";
        }
        return relation == Relation.HIDDEN ? "hidden" : "access-own";
    }

    /** What other rules say of a request is no matter of access. */
    private static String kindOf(Answer answer) {
        assertThat(answer.status()).as(answer.request()).isLessThan(500);
        if (answer.status() == 403) {
            return answer.rules().get(0);
        }
        var hidden = answer.status() == 404
                || (answer.status() == 405 && answer.rules().contains("server-assigns-ids"));
        return hidden ? "hidden" : "granted";
    }

    /** What may be deleted is deleted once: a new one each time. */
    private String disposable(String address, Relation relation) {
        var kind = Kind.ofType(type(address)).orElseThrow();
        var author = relation == Relation.OWN ? own : other;
        if (kind == Kind.SUBSCRIPTION) {
            var made = "Subscription/"
                    + server.post("Subscription", world.record(kind, author, new World.Records(Map.of())))
                            .hasStatus(201)
                            .id();
            if (relation != Relation.HIDDEN) {
                world.show(List.of(made), own);
            }
            return made;
        }
        var isDisposable = kind.isDirectory() && kind != Kind.ORGANIZATION;
        return isDisposable
                ? type(address) + "/"
                        + server.post(type(address), world.entry(kind, author))
                                .hasStatus(201)
                                .id()
                : address;
    }

    private String asItIs(String address) {
        var resource = Json.read(server.get(address).hasStatus(200).body());
        resource.setMeta(null);
        return Json.of(resource);
    }

    private String[] as(Role role) {
        return new String[] {TestIdentities.HEADER, TestIdentities.of(role, own.id())};
    }

    private static String type(String address) {
        return address.substring(0, address.indexOf('/'));
    }
}

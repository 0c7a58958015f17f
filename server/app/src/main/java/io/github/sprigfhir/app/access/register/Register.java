package io.github.sprigfhir.app.access.register;

import io.github.sprigfhir.app.platform.OwnTables;
import io.github.sprigfhir.domain.kernel.Role;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clients and users in the database; makes the tables of the register where they are missing. */
public final class Register {

    private final JdbcClient database;

    public Register(DataSource database) throws IOException, SQLException {
        this.database = JdbcClient.create(database);
        OwnTables.make(database, "sprig-access.sql");
    }

    public Optional<Client> client(String id) {
        return database.sql("select * from sprig_client where id = ?")
                .param(id)
                .query((row, number) -> clientIn(row))
                .optional();
    }

    public List<Client> clients() {
        return database.sql("select * from sprig_client order by id")
                .query((row, number) -> clientIn(row))
                .list();
    }

    /** Whether it was added; false where the id is taken. */
    public boolean add(Client client) {
        return database.sql("""
                        insert into sprig_client (id, kind, name, role, organisation, scopes, key_set, key_address,
                            redirects, demo_secret, demo, disabled)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                client.id(),
                                client.kind().name(),
                                client.name(),
                                client.role().code(),
                                client.organisation(),
                                String.join(" ", client.scopes()),
                                client.keySet(),
                                client.keyAddress(),
                                String.join(" ", client.redirects()),
                                client.demoSecret(),
                                client.demo(),
                                client.disabled())
                        .update()
                == 1;
    }

    /** Gives a client other keys; the old ones are of no use from then on. */
    public boolean rotate(String id, String keySet, String keyAddress) {
        return database.sql("update sprig_client set key_set = ?, key_address = ?, demo_secret = '' where id = ?")
                        .params(keySet, keyAddress, id)
                        .update()
                == 1;
    }

    public boolean disableClient(String id, boolean disabled) {
        return database.sql("update sprig_client set disabled = ? where id = ?")
                        .params(disabled, id)
                        .update()
                == 1;
    }

    /** With it goes what its users were given. */
    public boolean removeClient(String id) {
        database.sql("delete from oauth2_authorization where registered_client_id = ?")
                .param(id)
                .update();
        return database.sql("delete from sprig_client where id = ?").param(id).update() == 1;
    }

    public Optional<User> user(String name) {
        return database.sql("select * from sprig_user where name = ?")
                .param(name)
                .query((row, number) -> userIn(row))
                .optional();
    }

    public List<User> users() {
        return database.sql("select * from sprig_user order by name")
                .query((row, number) -> userIn(row))
                .list();
    }

    /** Whether it was added; false where the name is taken. */
    public boolean add(User user) {
        return database.sql("""
                        insert into sprig_user (name, password, role, organisation, fhir_user, demo, disabled)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                user.name(),
                                user.password(),
                                user.role().code(),
                                user.organisation(),
                                user.fhirUser(),
                                user.demo(),
                                user.disabled())
                        .update()
                == 1;
    }

    /** Sets another password, and ends what was given out under the old one. */
    public boolean setPassword(String name, String hash) {
        endSessionsOf(name);
        return database.sql("update sprig_user set password = ? where name = ?")
                        .params(hash, name)
                        .update()
                == 1;
    }

    public boolean removeUser(String name) {
        endSessionsOf(name);
        return database.sql("delete from sprig_user where name = ?").param(name).update() == 1;
    }

    private void endSessionsOf(String user) {
        database.sql("delete from oauth2_authorization where principal_name = ?")
                .param(user)
                .update();
    }

    private static Client clientIn(ResultSet row) throws SQLException {
        return new Client(
                row.getString("id"),
                Client.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                role(row),
                row.getString("organisation"),
                words(row.getString("scopes")),
                row.getString("key_set"),
                row.getString("key_address"),
                words(row.getString("redirects")),
                row.getString("demo_secret"),
                row.getBoolean("demo"),
                row.getBoolean("disabled"));
    }

    private static User userIn(ResultSet row) throws SQLException {
        return new User(
                row.getString("name"),
                row.getString("password"),
                role(row),
                row.getString("organisation"),
                row.getString("fhir_user"),
                row.getBoolean("demo"),
                row.getBoolean("disabled"));
    }

    private static Role role(ResultSet row) throws SQLException {
        return Role.of(row.getString("role")).orElseThrow(() -> new SQLException("The register holds an unknown role"));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}

package io.github.sprigfhir.app.running;

import io.github.sprigfhir.app.access.register.Client;
import io.github.sprigfhir.app.access.register.Register;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Registers a client for any role of any organisation, with the secret that demo clients have. */
final class Clients {

    private final Server server;
    private final Register register;
    private final String secret;

    Clients(Server server, ApplicationContext beans) {
        this.server = server;
        this.register = beans.getBean(Register.class);
        this.secret = beans.getBean(PasswordEncoder.class).encode("demo");
    }

    /** The server, asked with a real token by a client of its own. */
    Server as(Role role, String organisation) {
        var id = "world-%s-%s".formatted(role.code(), organisation.replaceAll(".*/", ""));
        var scope = readsOnly(role) ? "system/*.rs" : "system/*.cruds";
        if (register.client(id).isEmpty()) {
            var scopes = List.of(scope);
            register.add(new Client(
                    id, Client.Kind.SYSTEM, id, role, organisation, scopes, "", "", List.of(), secret, true, false));
        }
        return server.as(id, scope);
    }

    /** Whether no client of the role may be given a scope to write. */
    static boolean readsOnly(Role role) {
        return Set.of(Role.RESEARCHER, Role.COMMISSIONER, Role.CONTROLLER).contains(role);
    }
}

package io.github.sprigfhir.app.access.command;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.github.sprigfhir.app.access.issuer.SigningKeys;
import io.github.sprigfhir.app.access.register.Client;
import io.github.sprigfhir.app.access.register.Client.Kind;
import io.github.sprigfhir.app.access.register.Organisations;
import io.github.sprigfhir.app.access.register.Register;
import io.github.sprigfhir.domain.access.Scope;
import io.github.sprigfhir.domain.access.ScopeReading;
import io.github.sprigfhir.domain.access.Scopes;
import io.github.sprigfhir.domain.kernel.Role;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code client add, list, show, remove, disable, enable, rotate, rotate-signing-key}. */
final class ClientCommands {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,99}");
    private static final Pattern ADDRESS = Pattern.compile(
            "https://[^\\s]{1,900}|http://(127\\.0\\.0\\.1|localhost)[^\\s]{0,900}|[a-z][a-z0-9.+-]+\\.[a-z0-9.+-]+:/[^\\s]{0,900}");
    private static final int SHORTEST_RSA = 2048;

    private final Register register;
    private final SigningKeys signingKeys;
    private final PrintStream out;

    ClientCommands(Register register, SigningKeys signingKeys, PrintStream out) {
        this.register = register;
        this.signingKeys = signingKeys;
        this.out = out;
    }

    void run(Arguments arguments) throws IOException {
        switch (arguments.word(
                1, "what to do: add, list, show, remove, disable, enable, rotate or rotate-signing-key")) {
            case "add" -> add(arguments);
            case "list" -> register.clients().forEach(this::line);
            case "show" -> show(known(arguments));
            case "remove" -> {
                register.removeClient(known(arguments).id());
                out.println("Removed; its tokens stop working within seconds.");
            }
            case "disable" -> {
                register.disableClient(known(arguments).id(), true);
                out.println("Disabled; its tokens stop working within seconds.");
            }
            case "enable" -> {
                register.disableClient(known(arguments).id(), false);
                out.println("Enabled.");
            }
            case "rotate" -> rotate(arguments);
            case "rotate-signing-key" -> {
                signingKeys.rotate();
                out.println("A new key signs from within half a minute; the one before is still published.");
            }
            default -> throw new Refusal("that cannot be done with a client");
        }
    }

    private void add(Arguments arguments) throws IOException {
        var id = arguments.word(2, "the client's id");
        if (!ID.matcher(id).matches()) {
            throw new Refusal("an id is 2 to 100 letters, digits, dots, dashes and underscores");
        }
        var kind = arguments.flags().contains("app") ? Kind.APP : Kind.SYSTEM;
        var role = role(arguments);
        var keys = kind == Kind.APP
                        && arguments.option("jwks").isEmpty()
                        && arguments.option("jwks-url").isEmpty()
                ? new Keys("", "", "")
                : keys(arguments);
        var client = new Client(
                id,
                kind,
                arguments.option("name").orElse(id),
                role,
                organisation(arguments, kind, role),
                scopes(arguments, kind, role),
                keys.document(),
                keys.address(),
                redirects(arguments, kind),
                "",
                false,
                false);
        if (!register.add(client)) {
            throw new Refusal("there is a client %s already".formatted(id));
        }
        show(client);
        tell(keys);
    }

    private void rotate(Arguments arguments) throws IOException {
        var client = known(arguments);
        if (!client.hasKeys()) {
            throw new Refusal("%s has no keys of its own".formatted(client.id()));
        }
        var keys = keys(arguments);
        register.rotate(client.id(), keys.document(), keys.address());
        out.println("The old keys of %s are of no use any more.".formatted(client.id()));
        tell(keys);
    }

    private Client known(Arguments arguments) {
        var id = arguments.word(2, "the client's id");
        return register.client(id).orElseThrow(() -> new Refusal("there is no client %s".formatted(id)));
    }

    static Role role(Arguments arguments) {
        return Role.of(arguments.needed("role"))
                .orElseThrow(() -> new Refusal("--role is one of "
                        + Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "))));
    }

    private static String organisation(Arguments arguments, Kind kind, Role role) {
        var named = arguments.option(role == Role.RESEARCHER ? "project" : "organisation");
        return named.isEmpty() && kind == Kind.APP ? "" : organisation(arguments, role);
    }

    /** For whom somebody in the role acts. */
    static String organisation(Arguments arguments, Role role) {
        if (role == Role.RESEARCHER) {
            return Organisations.project(arguments.needed("project"))
                    .orElseThrow(() -> new Refusal("--project is the name of a research project"));
        }
        return Organisations.form(arguments.needed("organisation"))
                .orElseThrow(() -> new Refusal(
                        "--organisation is an ODS code, Organization/[id], or system|value of an identifier"));
    }

    private static List<String> scopes(Arguments arguments, Kind kind, Role role) {
        var level = kind.level();
        var most = Scopes.most(level, role);
        var asked = arguments.option("scopes").orElseGet(() -> most.granted().stream()
                .map(scope -> "%s/%s.%s"
                        .formatted(
                                level == Scope.Level.USER ? "user" : "system",
                                scope.type(),
                                scope.acts().stream()
                                        .map(act -> String.valueOf(act.letter()))
                                        .collect(Collectors.joining())))
                .collect(Collectors.joining(" ")));
        var scopes = List.of(asked.strip().split("\\s+", -1));
        for (var text : scopes) {
            if (!(Scope.read(text) instanceof ScopeReading.OnResources good) || !most.cover(good.scope())) {
                throw new Refusal("%s is no scope that a %s %s may have"
                        .formatted(text, role.code(), kind == Kind.APP ? "app" : "system"));
            }
        }
        return scopes;
    }

    private static List<String> redirects(Arguments arguments, Kind kind) {
        var redirects = arguments.all("redirect");
        if (kind == Kind.SYSTEM ? !redirects.isEmpty() : redirects.isEmpty()) {
            throw new Refusal("an app needs --redirect, where its users are sent back to; a system has none");
        }
        if (!redirects.stream().allMatch(address -> ADDRESS.matcher(address).matches() && !address.contains("#"))) {
            throw new Refusal(
                    "--redirect is an https address without #, one on 127.0.0.1, or a scheme of the app's own");
        }
        return redirects;
    }

    /** @param secret the private key that was made, or empty */
    private record Keys(String document, String address, String secret) {}

    private static Keys keys(Arguments arguments) throws IOException {
        var address = arguments.option("jwks-url");
        if (address.isPresent()) {
            if (!address.get().startsWith("https://")
                    || !ADDRESS.matcher(address.get()).matches()) {
                throw new Refusal("--jwks-url is an https address");
            }
            return new Keys("", address.get(), "");
        }
        var file = arguments.option("jwks");
        return file.isPresent() ? new Keys(publicKeys(Path.of(file.get())), "", "") : made();
    }

    private static String publicKeys(Path file) throws IOException {
        try {
            var keys = JWKSet.parse(Files.readString(file));
            if (keys.getKeys().stream().anyMatch(key -> key.isPrivate())) {
                throw new Refusal("%s holds a private key; give the public ones only".formatted(file));
            }
            var good = keys.getKeys().stream()
                    .allMatch(key -> (key instanceof ECKey curve && Curve.P_384.equals(curve.getCurve()))
                            || (key instanceof RSAKey rsa && rsa.size() >= SHORTEST_RSA));
            if (keys.isEmpty() || !good) {
                throw new Refusal("the keys are for ES384 (curve P-384) or RS384 (RSA of %d bits or more)"
                        .formatted(SHORTEST_RSA));
            }
            return keys.toString();
        } catch (ParseException none) {
            throw new Refusal("%s is not a JWKS document".formatted(file));
        }
    }

    private static Keys made() {
        try {
            var key = new ECKeyGenerator(Curve.P_384).keyIDFromThumbprint(true).generate();
            return new Keys(new JWKSet(key.toPublicJWK()).toString(), "", key.toJSONString());
        } catch (JOSEException impossible) {
            throw new IllegalStateException("This Java cannot make keys on the curve P-384", impossible);
        }
    }

    private void tell(Keys keys) {
        if (!keys.secret().isEmpty()) {
            out.println("Its private key, which is shown once and kept nowhere here (sign with ES384):");
            out.println(keys.secret());
        }
    }

    private void line(Client client) {
        out.printf(
                "%-24s %-6s %-16s %-9s %s%n",
                client.id(),
                client.kind() == Kind.APP ? "app" : "system",
                client.role().code(),
                client.disabled() ? "disabled" : client.demo() ? "demo" : "",
                client.organisation());
    }

    private void show(Client client) {
        out.printf("client        %s, %s%n", client.id(), client.name());
        out.printf(
                "kind, role    %s, %s%n",
                client.kind() == Kind.APP ? "app" : "system", client.role().code());
        out.printf("organisation  %s%n", client.organisation().isEmpty() ? "that of the user" : client.organisation());
        out.printf("scopes        %s%n", String.join(" ", client.scopes()));
        out.printf("proves itself %s%n", proof(client));
        client.redirects().forEach(address -> out.printf("redirect      %s%n", address));
        if (client.disabled()) {
            out.println("disabled");
        }
    }

    private static String proof(Client client) {
        if (!client.keyAddress().isEmpty()) {
            return "by keys published at " + client.keyAddress();
        }
        if (!client.keySet().isEmpty()) {
            return "by registered keys";
        }
        return client.demoSecret().isEmpty() ? "not; PKCE and the user's sign-in" : "by the demo secret";
    }
}

package io.github.sprigfhir.app.access.command;

import io.github.sprigfhir.app.access.register.Register;
import io.github.sprigfhir.app.access.register.User;
import java.io.PrintStream;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.keygen.KeyGenerators;

/** {@code user add, list, remove, password}. */
final class UserCommands {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{1,99}");
    private static final Pattern PERSON = Pattern.compile("PractitionerRole/[A-Za-z0-9.-]{1,64}|[^\\s|]+\\|[^\\s|]+");
    private static final int BYTES = 12;

    private final Register register;
    private final PrintStream out;

    UserCommands(Register register, PrintStream out) {
        this.register = register;
        this.out = out;
    }

    void run(Arguments arguments) {
        switch (arguments.word(1, "what to do: add, list, remove or password")) {
            case "add" -> add(arguments);
            case "list" ->
                register.users()
                        .forEach(user -> out.printf(
                                "%-24s %-16s %-9s %s%n",
                                user.name(), user.role().code(), user.demo() ? "demo" : "", user.organisation()));
            case "remove" -> {
                register.removeUser(known(arguments));
                out.println("Removed; what apps were given in this name stops working within seconds.");
            }
            case "password" -> {
                var password = password();
                register.setPassword(known(arguments), hash(password));
                tell(password);
            }
            default -> throw new Refusal("that cannot be done with a user");
        }
    }

    private void add(Arguments arguments) {
        var name = arguments.word(2, "the user's name");
        if (!NAME.matcher(name).matches()) {
            throw new Refusal("a name is 2 to 100 letters, digits, dots, dashes, underscores and @");
        }
        var person = arguments.needed("fhir-user");
        if (!PERSON.matcher(person).matches()) {
            throw new Refusal("--fhir-user is PractitionerRole/[id], or system|value of its identifier");
        }
        var password = password();
        var role = ClientCommands.role(arguments);
        var user = new User(
                name, hash(password), role, ClientCommands.organisation(arguments, role), person, false, false);
        if (!register.add(user)) {
            throw new Refusal("there is a user %s already".formatted(name));
        }
        out.printf("user          %s, %s of %s%n", name, user.role().code(), user.organisation());
        tell(password);
    }

    private String known(Arguments arguments) {
        var name = arguments.word(2, "the user's name");
        return register.user(name)
                .map(User::name)
                .orElseThrow(() -> new Refusal("there is no user %s".formatted(name)));
    }

    private void tell(String password) {
        out.println("The password, which is shown once and kept as a hash only:");
        out.println(password);
    }

    private static String password() {
        return HexFormat.ofDelimiter("-")
                .formatHex(KeyGenerators.secureRandom(BYTES).generateKey())
                .replaceAll("(..)-(..)-?", "$1$2-")
                .replaceAll("-$", "");
    }

    private static String hash(String password) {
        return new BCryptPasswordEncoder().encode(password);
    }
}

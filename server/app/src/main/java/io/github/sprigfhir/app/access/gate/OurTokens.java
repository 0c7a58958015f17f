package io.github.sprigfhir.app.access.gate;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.sprigfhir.app.access.Addresses;
import io.github.sprigfhir.app.access.WhenIssuing;
import io.github.sprigfhir.app.access.register.Client;
import io.github.sprigfhir.app.access.register.Organisations;
import io.github.sprigfhir.app.access.register.Register;
import io.github.sprigfhir.app.access.register.User;
import io.github.sprigfhir.domain.access.Scope.Level;
import io.github.sprigfhir.domain.access.TokenRule;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Says who a token of the embedded issuer is from. Role and organisation come from the register and not from the token:
 * whoever is removed, disabled or moved is so within five seconds, whatever their token says.
 */
@Component
@WhenIssuing
final class OurTokens implements Admission {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST = 10_000;
    private static final String REGISTER_AGAIN = "Ask the operator to register the client, then ask for a new token.";

    private final LoadingCache<String, Optional<Client>> clients;
    private final LoadingCache<String, Optional<User>> users;
    private final Organisations organisations;
    private final Addresses addresses;

    OurTokens(Register register, Organisations organisations, Addresses addresses) {
        this.clients = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST)
                .build(register::client);
        this.users = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST)
                .build(register::user);
        this.organisations = organisations;
        this.addresses = addresses;
    }

    @Override
    public Admitted convert(Jwt token) {
        var client = Optional.ofNullable(token.getClaimAsString("client_id"))
                .flatMap(clients::get)
                .filter(known -> !known.disabled() && worksHere(known.demo()))
                .orElseThrow(() -> unknown("The client of this token is not registered any more."));
        return client.kind() == Client.Kind.SYSTEM ? system(client, token) : app(client, token);
    }

    private Admitted system(Client client, Jwt token) {
        var identity = new Identity(
                client.id(),
                client.role(),
                organisation(client.role(), client.organisation()),
                Optional.empty(),
                purpose(token));
        return new Admitted(identity, Level.SYSTEM, token);
    }

    private Admitted app(Client client, Jwt token) {
        var user = Optional.ofNullable(token.getClaimAsString("user"))
                .flatMap(users::get)
                .filter(known -> !known.disabled() && worksHere(known.demo()) && known.role() == client.role())
                .orElseThrow(() -> unknown("The user of this token is not registered for the app any more."));
        var organisation = organisation(user.role(), user.organisation());
        if (!client.organisation().isEmpty()
                && !organisation(client.role(), client.organisation()).equals(organisation)) {
            throw unknown("The app is not for users of that organisation.");
        }
        var identity = new Identity(
                client.id(), user.role(), organisation, organisations.findPerson(user.fhirUser()), purpose(token));
        return new Admitted(identity, Level.USER, token);
    }

    /** An administrator may come before there is a directory, to write it. */
    private Party organisation(Role role, String registered) {
        return organisations
                .find(role, registered)
                .or(() -> role == Role.ADMINISTRATOR ? Optional.of(new Party(registered)) : Optional.empty())
                .orElseThrow(
                        () -> new NotAdmitted(
                                TokenRule.ORGANISATION_UNKNOWN,
                                "The organisation that this client is registered for is not in the directory.",
                                "Ask for the organisation to be entered, with the identifier that the client is registered with."));
    }

    private boolean worksHere(boolean demo) {
        return !demo || addresses.isHereOnly();
    }

    private static Purpose purpose(Jwt token) {
        return Optional.ofNullable(token.getClaimAsString("purpose_of_use"))
                .flatMap(Purpose::of)
                .orElseThrow(() -> unknown("The token names no purpose."));
    }

    private static NotAdmitted unknown(String text) {
        return new NotAdmitted(TokenRule.CLIENT_UNKNOWN, text, REGISTER_AGAIN);
    }
}

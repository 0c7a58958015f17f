package io.github.sprigfhir.app.access.gate;

import io.github.sprigfhir.app.access.AccessSettings;
import io.github.sprigfhir.domain.access.PurposeRules;
import io.github.sprigfhir.domain.access.PurposeVerdict;
import io.github.sprigfhir.domain.access.Scope.Level;
import io.github.sprigfhir.domain.access.TokenRule;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.security.oauth2.jwt.Jwt;

/** Says who a token of another issuer is from, by the claims that the settings name; a missing one lets nobody in. */
final class TheirTokens implements Admission {

    private static final String ASK_THE_ISSUER = "Ask the operator of the issuer to put it into the client's tokens.";

    private final AccessSettings settings;
    private final String fhirBase;
    private final BiFunction<Role, String, Optional<Party>> organisations;
    private final Function<String, Optional<Party>> people;

    /**
     * Reads tokens by the settings.
     *
     * @param organisations finds an organisation of the directory, or a project, for whom somebody in a role acts
     * @param people finds a person of the directory
     */
    TheirTokens(
            AccessSettings settings,
            String fhirBase,
            BiFunction<Role, String, Optional<Party>> organisations,
            Function<String, Optional<Party>> people) {
        this.settings = settings;
        this.fhirBase = fhirBase;
        this.organisations = organisations;
        this.people = people;
    }

    @Override
    public Admitted convert(Jwt token) {
        var client = claim(token, settings.clientClaim())
                .orElseThrow(() -> new NotAdmitted(
                        TokenRule.CLIENT_UNKNOWN, "The token does not name its client.", ASK_THE_ISSUER));
        var role = claim(token, settings.roleClaim())
                .flatMap(Role::of)
                .orElseThrow(() -> new NotAdmitted(
                        TokenRule.CLIENT_UNKNOWN, "The token names no role that this server knows.", ASK_THE_ISSUER));
        var organisation = claim(token, settings.organisationClaim())
                .flatMap(named -> organisations.apply(role, named))
                .orElseThrow(() -> new NotAdmitted(
                        TokenRule.ORGANISATION_UNKNOWN,
                        "The token names no organisation of this directory.",
                        ASK_THE_ISSUER));
        var user = claim(token, "fhirUser").map(this::person);
        var identity = new Identity(client, role, organisation, user, purpose(role, token));
        return new Admitted(identity, user.isPresent() ? Level.USER : Level.SYSTEM, token);
    }

    private Party person(String fhirUser) {
        var base = fhirBase + "/";
        var name = fhirUser.startsWith(base) ? fhirUser.substring(base.length()) : fhirUser;
        return people.apply(name)
                .orElseThrow(() -> new NotAdmitted(
                        TokenRule.CLIENT_UNKNOWN, "fhirUser names nobody of this directory.", ASK_THE_ISSUER));
    }

    /** The glass is broken with tokens of the embedded issuer only, which keeps the reason. */
    private static Purpose purpose(Role role, Jwt token) {
        var verdict = PurposeRules.decide(role, claim(token, "purpose_of_use"), Optional.empty());
        if (verdict instanceof PurposeVerdict.Everyday everyday) {
            return everyday.purpose();
        }
        throw new NotAdmitted(
                TokenRule.PURPOSE_NOT_FOR_ROLE,
                "The token is for a purpose that its role does not have.",
                ASK_THE_ISSUER);
    }

    private static Optional<String> claim(Jwt token, String name) {
        return token.getClaims().get(name) instanceof String text && !text.isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }
}

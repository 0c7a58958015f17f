package io.github.sprigfhir.app.access.issuer;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.access.Addresses;
import io.github.sprigfhir.app.access.WhenIssuing;
import io.github.sprigfhir.app.access.register.Client;
import io.github.sprigfhir.app.access.register.Client.Kind;
import io.github.sprigfhir.app.access.register.Register;
import io.github.sprigfhir.app.access.register.User;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.kernel.RegisteredSystem;
import io.github.sprigfhir.domain.kernel.Role;
import java.io.IOException;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes, at the first run on this machine alone, a client for each role with a secret that everybody knows, and the
 * example directory that they belong to. Runs before the server says that it is ready.
 */
@Component
@WhenIssuing
class DemoRegister {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRegister.class);

    private static final String SECRET = "demo";
    private static final String DIRECTORY = "sprig-ig/guide/Bundle-example-directory.json";
    private static final String PRACTICE = ods("A99001");
    private static final String PRACTICE_2 = ods("A99002");
    private static final String NETWORK = ods("U99001");
    private static final String CHARITY = charity("9999001");
    private static final String CHARITY_2 = charity("9999002");
    private static final String PROJECT = "ResearchStudy/loneliness-study";
    private static final int PLACES_OF_LOAD = 3;
    private static final String LINK_WORKER = RegisteredSystem.SDS_ROLE_PROFILE.uri() + "|999000000030";

    private final Register register;
    private final Addresses addresses;
    private final Store store;
    private final FhirContext fhir;
    private final PasswordEncoder passwords;

    DemoRegister(Register register, Addresses addresses, Store store, FhirContext fhir, PasswordEncoder passwords) {
        this.register = register;
        this.addresses = addresses;
        this.store = store;
        this.fhir = fhir;
        this.passwords = passwords;
    }

    @EventListener(ApplicationReadyEvent.class)
    void firstRun() throws IOException {
        if (!addresses.isHereOnly()) {
            if (register.clients().stream().anyMatch(Client::demo)) {
                LOG.warn("The demo clients in this database are refused: this server can be reached from elsewhere");
            }
            return;
        }
        if (!register.clients().isEmpty()) {
            return;
        }
        store.transact(new SystemRequestDetails(), directory());
        var secret = passwords.encode(SECRET);
        system("demo-gp", "GP system", Role.REFERRER, PRACTICE, secret);
        system("demo-gp-2", "GP system of another practice", Role.REFERRER, PRACTICE_2, secret);
        system("demo-link-worker", "Link-worker service", Role.LINK_WORKER, NETWORK, secret);
        system("demo-provider", "Community service", Role.PROVIDER, CHARITY, secret);
        system("demo-provider-2", "Another community service", Role.PROVIDER, CHARITY_2, secret);
        system("demo-researcher", "Researcher", Role.RESEARCHER, PROJECT, secret);
        system("demo-commissioner", "Commissioner", Role.COMMISSIONER, NETWORK, secret);
        system("demo-directory-editor", "Directory editor of the charity", Role.DIRECTORY_EDITOR, CHARITY, secret);
        system("demo-admin", "Administrator", Role.ADMINISTRATOR, NETWORK, secret);
        // The places that ./sprig load fills; their organisations come with the load.
        for (int place = 0; place < PLACES_OF_LOAD; place++) {
            system("demo-load-gp-" + place, "GP system of a load", Role.REFERRER, ods("A9910" + place), secret);
            system(
                    "demo-load-link-worker-" + place,
                    "Link workers of a load",
                    Role.LINK_WORKER,
                    ods("U9910" + place),
                    secret);
            system(
                    "demo-load-provider-" + place,
                    "Community service of a load",
                    Role.PROVIDER,
                    charity("999910" + place),
                    secret);
        }
        register.add(new Client(
                "demo-link-worker-app",
                Kind.APP,
                "Link-worker app",
                Role.LINK_WORKER,
                NETWORK,
                List.of("user/*.cruds"),
                "",
                "",
                List.of("http://127.0.0.1:8765/callback"),
                "",
                true,
                false));
        register.add(new User("demo-jo", secret, Role.LINK_WORKER, NETWORK, LINK_WORKER, true, false));
        LOG.info("Made the demo clients, which this machine alone may use");
    }

    private void system(String id, String name, Role role, String organisation, String secret) {
        var scopes = role == Role.RESEARCHER || role == Role.COMMISSIONER ? "system/*.rs" : "system/*.cruds";
        register.add(new Client(
                id, Kind.SYSTEM, name, role, organisation, List.of(scopes), "", "", List.of(), secret, true, false));
    }

    private static String ods(String code) {
        return RegisteredSystem.ODS_ORGANISATION.uri() + "|" + code;
    }

    private static String charity(String number) {
        return RegisteredSystem.CHARITY_NUMBER.uri() + "|" + number;
    }

    private Bundle directory() throws IOException {
        try (var file = new ClassPathResource(DIRECTORY).getInputStream()) {
            return fhir.newJsonParser().parseResource(Bundle.class, file);
        }
    }
}

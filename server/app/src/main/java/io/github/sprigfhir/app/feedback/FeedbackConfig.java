package io.github.sprigfhir.app.feedback;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.feedback.AllowedAddresses;
import io.github.sprigfhir.domain.feedback.Patience;
import io.github.sprigfhir.domain.feedback.SubscriptionRules;
import io.github.sprigfhir.domain.kernel.Peers;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes what the room needs of settings, clock and chance. */
@Configuration(proxyBeanMethods = false)
class FeedbackConfig {

    @Bean
    SubscriptionRules subscriptionRules(FeedbackSettings settings) {
        return new SubscriptionRules(AllowedAddresses.of(settings.allowedAddresses()));
    }

    @Bean
    Interests interests(Registrations registrations) {
        return new Interests(registrations, System::nanoTime);
    }

    @Bean
    Outbox outbox(DataSource database, Interests interests, Store store) {
        return new Outbox(database, interests, store::flush);
    }

    @Bean
    Notifications notifications(FhirContext fhir, FeedbackSettings settings, Environment environment) {
        return new Notifications(fhir, () -> serverAddress(settings, environment));
    }

    @Bean
    Dispatcher dispatcher(
            FeedbackSettings settings,
            DataSource database,
            Interests interests,
            Standings standings,
            Notifications notifications) {
        var courier = new Courier(
                Peers.ofListedAndOurselves("sprig.feedback.allowed-networks", settings.allowedNetworks()),
                settings.timeout());
        // Longer than any delivery, so that what one server is sending no other sends.
        var lease = settings.timeout().multipliedBy(2).plusSeconds(30);
        var lanes = new Lanes(database, UUID.randomUUID().toString(), lease);
        var patience = new Patience(settings.firstDelay(), settings.longestDelay(), settings.giveUpAfter());
        var delivery =
                new Delivery(lanes, courier, notifications, standings, patience, new SplittableRandom()::nextDouble);
        return new Dispatcher(interests, lanes, delivery);
    }

    /** Known only when the web server has started. */
    private static String serverAddress(FeedbackSettings settings, Environment environment) {
        return settings.serverAddress().isEmpty()
                ? "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080") + "/fhir"
                : settings.serverAddress().replaceAll("/$", "");
    }
}

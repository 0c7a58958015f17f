package io.github.sprigfhir.app.feedback;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may be notified of changes, and how long somebody who does not answer is tried.
 *
 * @param allowedAddresses the addresses that notifications may be sent to, as prefixes such as https://gp.example/fhir:
 *     scheme, host and port exactly, and that path or one below it; none if it is empty
 * @param allowedNetworks the networks, such as 10.20.0.0/16, that the host of such an address may lie in although they
 *     are not public
 * @param serverAddress the FHIR base that notifications name, such as https://sprig.example/fhir; where it is empty, this
 *     server's port on 127.0.0.1
 * @param timeout how long one notification may take
 * @param firstDelay when a notification is first sent again; the delay then doubles
 * @param longestDelay the delay grows no longer than this
 * @param giveUpAfter how long a subscriber may have been failing before its Subscription is set to error
 */
@ConfigurationProperties("sprig.feedback")
record FeedbackSettings(
        @DefaultValue List<String> allowedAddresses,
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue("") String serverAddress,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("5s") Duration firstDelay,
        @DefaultValue("30m") Duration longestDelay,
        @DefaultValue("72h") Duration giveUpAfter) {}

package io.github.sprigfhir.app.directory.openreferral;

import io.github.sprigfhir.domain.kernel.WebAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which directory feeds in Open Referral UK's form are read, within which limits, and whether ours is published.
 *
 * @param feeds the feeds that are read regularly, each with a name, an address such as
 *     https://directory.example/oruk, every (how often what was changed is read, 6h), whole-every (how often all of it
 *     is read, and what is gone is retired, 7d) and full (whether its list gives services in full when asked for
 *     full=true)
 * @param needs which need a taxonomy term stands for, each as the term's URI, id or name, an equals sign and one of our
 *     need categories, such as Lunch clubs=loneliness-isolation; these come before the names that Sprig knows
 * @param allowedNetworks the networks, such as 10.20.0.0/16, that the host of a feed may lie in although they are not
 *     public; only in these may a feed be read without TLS
 * @param timeout how long one answer of a feed may take, from the first byte asked for to the last
 * @param longestRun how long one run may take; one that takes longer goes on with the next
 * @param largestPage how many bytes one answer may have, after inflation
 * @param longestField how many characters one field may have
 * @param deepest how deep a document may nest
 * @param mostPages how many pages a feed may have
 * @param mostServices how many services a feed may have
 * @param perPage how many services are asked for at once
 * @param retireAtMost how many percent of the services known from a feed may be retired by one run, where they are more
 *     than retire-always
 * @param retireAlways how many services may be retired by one run whatever share of the feed they are, unless they are all
 * @param largestSheet how many bytes a spreadsheet or a file of services may have that somebody sends
 * @param publish whether the directory is published at /oruk, for everybody to read
 * @param publisher who publishes it, as its root says
 */
@ConfigurationProperties("sprig.directory.open-referral")
record OpenReferralSettings(
        @DefaultValue List<Feed> feeds,
        @DefaultValue List<String> needs,
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("2h") Duration longestRun,
        @DefaultValue("20MB") DataSize largestPage,
        @DefaultValue("100000") int longestField,
        @DefaultValue("20") int deepest,
        @DefaultValue("5000") int mostPages,
        @DefaultValue("300000") int mostServices,
        @DefaultValue("100") int perPage,
        @DefaultValue("20") int retireAtMost,
        @DefaultValue("25") int retireAlways,
        @DefaultValue("5MB") DataSize largestSheet,
        @DefaultValue("true") boolean publish,
        @DefaultValue("") String publisher) {

    /** One feed; see the settings. */
    record Feed(
            String name,
            String url,
            @DefaultValue("6h") Duration every,
            @DefaultValue("7d") Duration wholeEvery,
            @DefaultValue("false") boolean full) {

        Feed {
            if (!isName(name)) {
                throw new IllegalArgumentException(
                        "sprig.directory.open-referral.feeds: a name has small letters, digits and hyphens, not \"%s\""
                                .formatted(name));
            }
            if (WebAddress.parse(url).isEmpty()) {
                throw new IllegalArgumentException(
                        "sprig.directory.open-referral.feeds: %s has no plain https address".formatted(name));
            }
        }
    }

    OpenReferralSettings {
        var names = new HashSet<String>();
        for (var feed : feeds) {
            if (!names.add(feed.name())) {
                throw new IllegalArgumentException(
                        "sprig.directory.open-referral.feeds: %s is there twice".formatted(feed.name()));
            }
        }
    }

    static boolean isName(String name) {
        return name.matches("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    }
}

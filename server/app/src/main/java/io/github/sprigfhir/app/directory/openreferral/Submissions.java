package io.github.sprigfhir.app.directory.openreferral;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.directory.feed.NeedTable;
import io.github.sprigfhir.domain.directory.sheet.SheetRules;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Role;
import io.github.sprigfhir.domain.kernel.WebAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.springframework.stereotype.Component;

/**
 * What somebody sends to be imported. The administrator may send any feed; a directory editor sends a spreadsheet of the
 * services of the organisation that the token is for, which all become that organisation's, whatever the rows say.
 */
@Component
class Submissions {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int FORBIDDEN = 403;
    private static final String SPREADSHEET = "spreadsheet";
    private static final String OWN_FEED = "org-";

    private final Runs runs;
    private final SourceTable sources;
    private final Store store;
    private final OpenReferralSettings settings;
    private final Clock clock;

    Submissions(Runs runs, SourceTable sources, Store store, OpenReferralSettings settings, Clock clock) {
        this.runs = runs;
        this.sources = sources;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Who sends, and which feed.
     *
     * @param identity none where access control is off
     */
    record Sender(Optional<Identity> identity) {

        /** Whether they send for their own organisation only. */
        boolean isEditor() {
            return identity.filter(who -> who.role() != Role.ADMINISTRATOR).isPresent();
        }

        /** The only feed that an editor has. */
        Optional<String> ownFeed() {
            return identity.filter(who -> isEditor())
                    .map(who -> OWN_FEED
                            + new IdType(who.organisation().name()).getIdPart().toLowerCase(Locale.ROOT));
        }

        private String name() {
            return identity.map(Identity::client).orElse("somebody without a token");
        }
    }

    /** Checks a spreadsheet, and stores nothing. */
    Sheet check(Sender sender, byte[] content) {
        var rules = new SheetRules(needs(), LocalDate.now(clock.withZone(HERE)), sender.isEditor());
        return Sheet.read(content, rules);
    }

    /** Asks for a run of a spreadsheet that is right. */
    long importSheet(Sender sender, Optional<String> asked, Sheet sheet, boolean retireAll) {
        var feed = feed(sender, asked);
        var owner = sender.identity()
                .filter(who -> sender.isEditor())
                .map(who -> owner(feed, who.organisation().name()));
        var documents = new SheetDocuments(feed, needs(), owner).of(sheet.rows());
        return runs.ask(feed, SPREADSHEET, documents.getBytes(StandardCharsets.UTF_8), true, retireAll, sender.name());
    }

    /** Asks for a run of a file of Open Referral UK. */
    long importFile(Sender sender, Optional<String> asked, byte[] content, boolean retireAll) {
        refuseEditor(sender);
        return runs.ask(feed(sender, asked), "file", content, true, retireAll, sender.name());
    }

    /** Asks for a run of a feed at an address; without one, of that which the settings have under the name. */
    long importFeed(Sender sender, Optional<String> asked, Optional<String> address, boolean whole, boolean retireAll) {
        refuseEditor(sender);
        var feed = feed(sender, asked);
        var known = settings.feeds().stream()
                .filter(one -> one.name().equals(feed))
                .map(OpenReferralSettings.Feed::url)
                .findFirst();
        var url = address.or(() -> known)
                .orElseThrow(() -> new WrongRequest(
                        "address",
                        "The settings have no feed of that name.",
                        "Send its address, or list it in sprig.directory.open-referral.feeds."));
        if (WebAddress.parse(url).isEmpty()) {
            throw new WrongRequest(
                    "address", "This is not a plain https address.", "Send it such as https://directory.example/oruk.");
        }
        return runs.ask(feed, url, null, whole, retireAll, sender.name());
    }

    private static void refuseEditor(Sender sender) {
        if (sender.isEditor()) {
            throw new WrongRequest(
                    FORBIDDEN,
                    "",
                    "A directory editor sends a spreadsheet of the own organisation's services, and no feed.",
                    "Send it as text/csv, or ask the administrator.");
        }
    }

    private static String feed(Sender sender, Optional<String> asked) {
        var own = sender.ownFeed();
        if (own.isPresent() && asked.isPresent() && !asked.equals(own)) {
            throw new WrongRequest(
                    FORBIDDEN, "feed", "A directory editor sends for the own organisation only.", "Leave it out.");
        }
        return own.or(() -> asked.filter(OpenReferralSettings::isName))
                .orElseThrow(() -> new WrongRequest(
                        "feed",
                        "A feed has a name of small letters, digits and hyphens.",
                        "Send one, and the same the next time; what it had under another name stays."));
    }

    /** From now on what the feed calls by this id is the organisation that we have, and no feed changes it. */
    private SheetDocuments.Owner owner(String feed, String address) {
        var organization = store.read(Organization.class, new IdType(address).getIdPart());
        var id = Codes.idOf(address);
        sources.store(
                feed,
                Map.of(new Source(Source.Kind.ORGANIZATION, id), new SourceTable.Stored(address, SourceTable.GIVEN)));
        return new SheetDocuments.Owner(id, organization.getName());
    }

    private NeedTable needs() {
        return new NeedTable(settings.needs());
    }
}

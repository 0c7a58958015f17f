package io.github.sprigfhir.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.audit.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;

/**
 * What IHE's profiles demand of an event that claims them, by hand: IHE.BasicAudit.Create, Read, Update, Delete and Query
 * and their Patient forms, 1.1.3 (https://profiles.ihe.net/ITI/BALP/artifacts.html), since their package is not ours to
 * ship.
 */
final class BalpPattern {

    private static final Set<String> AUTHORS = Set.of("AUT", "INF", "CST");
    private static final Set<String> DOMAIN_ROLES = Set.of("3", "4", "20");

    private BalpPattern() {}

    static void check(AuditEvent event) {
        for (var profile : event.getMeta().getProfile()) {
            var aboutAPerson = profile.getValue().contains(".Patient");
            var pattern = Pattern.valueOf(profile.getValue()
                    .replaceAll(".*BasicAudit\\.(Patient)?", "")
                    .toUpperCase(Locale.ROOT));
            check(event, pattern, aboutAPerson);
        }
    }

    private static void check(AuditEvent event, Pattern pattern, boolean aboutAPerson) {
        assertThat(event.getType().getCode()).isEqualTo("rest");
        assertThat(event.getSubtype()).as("subtype 1..*").isNotEmpty();
        assertThat(event.getAction().toCode()).isEqualTo(action(pattern));
        assertThat(event.hasRecorded()).isTrue();
        assertThat(event.getOutcome().toCode()).as("successes only").isEqualTo("0");
        for (var role : List.of(pattern.client(), pattern.server())) {
            var agents = agents(event, role.code());
            assertThat(agents).as("agent %s 1..1", role).hasSize(1);
            assertThat(agents.get(0).hasWho()).isTrue();
            assertThat(agents.get(0).getNetwork().getAddress()).isNotEmpty();
            assertThat(agents.get(0).hasMedia()).isFalse();
        }
        event.getAgent().stream().filter(agent -> isUser(agent, pattern)).forEach(user -> {
            assertThat(user.hasWho()).isTrue();
            assertThat(user.getRequestor()).isTrue();
            assertThat(user.hasNetwork() || user.hasMedia()).isFalse();
        });
        assertThat(event.getAgent().stream()
                        .filter(agent -> isUser(agent, pattern))
                        .count())
                .as("user 0..1")
                .isLessThanOrEqualTo(1);
        var things = entities(event, "2");
        assertThat(things).as("entity data or query 1..1").hasSize(1);
        if (pattern == Pattern.QUERY) {
            assertThat(things.get(0).getRole().getCode()).isEqualTo("24");
            assertThat(things.get(0).hasQuery()).isTrue();
            assertThat(things.get(0).hasWhat()
                            || things.get(0).hasLifecycle()
                            || things.get(0).hasDetail())
                    .isFalse();
        } else {
            assertThat(things.get(0).getRole().getCode()).isIn(DOMAIN_ROLES);
            assertThat(things.get(0).hasWhat()).isTrue();
        }
        assertThat(entities(event, "XrequestId"))
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(entity -> entity.getWhat().getIdentifier().hasValue());
        if (aboutAPerson) {
            var people = entities(event, "1");
            assertThat(people).as("entity patient 1..1").hasSize(1);
            assertThat(people.get(0).getRole().getCode()).isEqualTo("1");
            assertThat(people.get(0).getWhat().getReference()).startsWith("Patient/");
        }
    }

    private static boolean isUser(AuditEventAgentComponent agent, Pattern pattern) {
        var code = agent.getType().getCodingFirstRep().getCode();
        var reads = pattern == Pattern.READ || pattern == Pattern.QUERY;
        return reads ? code.equals("IRCP") : AUTHORS.contains(code);
    }

    private static String action(Pattern pattern) {
        return switch (pattern) {
            case CREATE -> "C";
            case READ -> "R";
            case UPDATE -> "U";
            case DELETE -> "D";
            case QUERY -> "E";
            case NONE -> "";
        };
    }

    private static List<AuditEventAgentComponent> agents(AuditEvent event, String code) {
        return event.getAgent().stream()
                .filter(agent -> code.equals(agent.getType().getCodingFirstRep().getCode()))
                .toList();
    }

    private static List<AuditEventEntityComponent> entities(AuditEvent event, String code) {
        return event.getEntity().stream()
                .filter(entity -> code.equals(entity.getType().getCode()))
                .toList();
    }
}

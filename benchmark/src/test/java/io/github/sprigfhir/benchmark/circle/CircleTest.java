package io.github.sprigfhir.benchmark.circle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A practice refers somebody to a link-worker service, which hands them over to a charity. */
class CircleTest {

    private static final Badge PRACTICE = new Badge(Role.REFERRER, "Organization/practice");
    private static final Badge NETWORK = new Badge(Role.LINK_WORKER, "Organization/network");
    private static final Badge CHARITY = new Badge(Role.PROVIDER, "Organization/charity");
    private static final Badge STRANGER = new Badge(Role.PROVIDER, "Organization/stranger");
    private static final String IG = "https://sprig-fhir.github.io/ig/CodeSystem/";

    private final Map<String, Kept> kept = new TreeMap<>();

    @BeforeEach
    void handOver() {
        service("network", "link-worker-service");
        service("charity", "community-service");
        put("Patient/p", "'generalPractitioner': [{'reference': 'Organization/practice'}]", PRACTICE);
        put(
                "ServiceRequest/r",
                "'intent': 'order', 'subject': {'reference': 'Patient/p'}, "
                        + "'requester': {'reference': 'Organization/practice'}, 'performer': [{'reference': 'HealthcareService/network'}]",
                PRACTICE);
        put(
                "ServiceRequest/o",
                "'intent': 'order', 'subject': {'reference': 'Patient/p'}, 'basedOn': [{'reference': 'ServiceRequest/r'}], "
                        + "'requester': {'reference': 'Organization/network'}, 'performer': [{'reference': 'HealthcareService/charity'}]",
                NETWORK);
        onward("in-progress", "", true);
    }

    private void service(String name, String category) {
        put(
                "HealthcareService/" + name,
                ("'providedBy': {'reference': 'Organization/%s'}, "
                                + "'category': [{'coding': [{'system': '%sservice-category', 'code': '%s'}]}]")
                        .formatted(name, IG, category),
                null);
    }

    private void onward(String status, String reason, boolean owned) {
        put(
                "Task/t",
                "'status': '%s', 'for': {'reference': 'Patient/p'}, 'focus': {'reference': 'ServiceRequest/o'}"
                                .formatted(status)
                        + (owned ? ", 'owner': {'reference': 'HealthcareService/charity'}" : "")
                        + (reason.isEmpty()
                                ? ""
                                : ", 'statusReason': {'coding': [{'system': '%shandover-reason', 'code': '%s'}]}"
                                        .formatted(IG, reason)),
                NETWORK);
    }

    private void put(
            String address, String json, @org.jspecify.annotations.Nullable Badge recorder, String... security) {
        try {
            kept.put(
                    address,
                    new Kept(
                            address,
                            new ObjectMapper().readTree("{" + json.replace('\'', '"') + "}"),
                            List.of(new Kept.Version(json.replace('\'', '"'), kept.size())),
                            false,
                            Set.of(security),
                            Optional.ofNullable(recorder)));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    private boolean sees(Badge who, String address) {
        return new Circle(kept).sees(who, address);
    }

    @Test
    void whoeverWorksNowSeesThePersonAndTheirOwnRequest() {
        for (var address : List.of("Patient/p", "ServiceRequest/o", "Task/t")) {
            assertThat(sees(CHARITY, address)).as(address).isTrue();
            assertThat(sees(NETWORK, address)).as(address).isTrue();
            assertThat(sees(STRANGER, address)).as(address).isFalse();
        }
        assertThat(sees(CHARITY, "ServiceRequest/r")).isFalse();
        assertThat(sees(PRACTICE, "ServiceRequest/r")).isTrue();
        assertThat(sees(PRACTICE, "Task/t")).isFalse();
    }

    @Test
    void whoeverHasDoneTheWorkKeepsTheTaskAlone() {
        onward("completed", "", true);

        assertThat(sees(CHARITY, "Task/t")).isTrue();
        assertThat(sees(CHARITY, "Patient/p")).isFalse();
        assertThat(sees(CHARITY, "ServiceRequest/o")).isFalse();
    }

    @Test
    void whatIsTakenBackIsGone() {
        for (var reason : List.of("consent-withdrawn", "escalated-to-gp")) {
            onward("cancelled", reason, true);
            assertThat(sees(CHARITY, "Task/t")).as(reason).isFalse();
            onward("cancelled", reason, false);
            assertThat(sees(CHARITY, "Task/t")).as(reason).isFalse();
        }
        onward("rejected", "", true);
        assertThat(sees(CHARITY, "Task/t")).isFalse();
    }

    @Test
    void thePoolIsForThoseWhoAreAsked() {
        onward("requested", "", false);

        assertThat(sees(CHARITY, "Task/t")).isTrue();
        assertThat(sees(CHARITY, "Patient/p")).isFalse();
        assertThat(sees(STRANGER, "Task/t")).isFalse();
    }

    @Test
    void aRiskIsSharedOnlyIfItSaysSo() {
        put("Flag/silent", "'subject': {'reference': 'Patient/p'}", PRACTICE);
        put("Flag/open", "'subject': {'reference': 'Patient/p'}", PRACTICE, "N");
        put("Flag/closed", "'subject': {'reference': 'Patient/p'}", PRACTICE, "N", "R");

        assertThat(sees(CHARITY, "Flag/silent")).isFalse();
        assertThat(sees(CHARITY, "Flag/open")).isTrue();
        assertThat(sees(CHARITY, "Flag/closed")).isFalse();
        assertThat(sees(NETWORK, "Flag/closed")).isTrue();
    }

    @Test
    void whoChangedSomethingIsSeenByThoseWhoSeeAllOfIt() {
        put("Provenance/one", "'target': [{'reference': 'Task/t/_history/1'}]", null);
        put("Provenance/all", "'target': [{'reference': 'Task/t'}, {'reference': 'ServiceRequest/r'}]", null);
        put("Provenance/none", "'target': [{'reference': 'HealthcareService/charity'}]", null);

        assertThat(sees(CHARITY, "Provenance/one")).isTrue();
        assertThat(sees(CHARITY, "Provenance/all")).isFalse();
        assertThat(sees(NETWORK, "Provenance/all")).isTrue();
        assertThat(sees(NETWORK, "Provenance/none")).isFalse();
    }

    @Test
    void whoeverIsNamedSeesAMessageIfTheyHadAPartByThen() {
        put(
                "Communication/later",
                "'basedOn': [{'reference': 'ServiceRequest/r'}], 'recipient': [{'reference': 'Organization/charity'}]",
                NETWORK);
        assertThat(sees(CHARITY, "Communication/later")).isTrue();
        assertThat(sees(PRACTICE, "Communication/later")).isFalse();

        kept.clear();
        put(
                "Communication/before",
                "'basedOn': [{'reference': 'ServiceRequest/r'}], 'recipient': [{'reference': 'Organization/charity'}]",
                NETWORK);
        handOver();
        assertThat(sees(CHARITY, "Communication/before")).isFalse();

        put(
                "Communication/none",
                "'basedOn': [{'reference': 'ServiceRequest/r'}], 'recipient': [{'reference': 'Organization/stranger'}]",
                NETWORK);
        assertThat(sees(STRANGER, "Communication/none")).isFalse();
    }

    @Test
    void rolesWithoutRecordsSeeTheDirectoryAlone() {
        var researcher = new Badge(Role.RESEARCHER, "Organization/network");

        assertThat(sees(researcher, "Patient/p")).isFalse();
        assertThat(sees(researcher, "HealthcareService/charity")).isTrue();
        assertThat(sees(new Badge(Role.REFERRER, "Organization/network"), "Patient/p"))
                .isFalse();
    }
}

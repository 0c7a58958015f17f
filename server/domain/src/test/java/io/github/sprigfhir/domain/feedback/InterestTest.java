package io.github.sprigfhir.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterestTest {

    @ParameterizedTest
    @CsvSource({
        "HANDOVER, Task?owner=HealthcareService/7d1c",
        "HANDOVER, Task?requester=PractitionerRole/a.b-C",
        "REFERRAL, ServiceRequest?requester=PractitionerRole/1",
        "REFERRAL, ServiceRequest?performer=HealthcareService/1"
    })
    void aFilterThatNamesOnePartyIsRead(Topic topic, String filter) {
        assertThat(Interest.of(topic, filter))
                .hasValueSatisfying(interest -> assertThat(interest.filter()).isEqualTo(filter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task",
                "Task?",
                "Task?owner",
                "Task?owner=",
                "Task?owner=7d1c",
                "Task?owner=HealthcareService/",
                "Task?owner=HealthcareService/1,HealthcareService/2",
                "Task?owner=HealthcareService/1&status=requested",
                "Task?owner:missing=true",
                "Task?owner.name=x",
                "Task?status=requested",
                "Task?performer=HealthcareService/1",
                "Task?owner=https://x.example/fhir/HealthcareService/1",
                "Task?owner=HealthcareService/*",
                "task?owner=HealthcareService/1",
                "ServiceRequest?requester=PractitionerRole/1",
                "*"
            })
    void anythingElseIsNoInterest(String filter) {
        assertThat(Interest.of(Topic.HANDOVER, filter)).isEmpty();
    }

    @Test
    void onlyTheirChangesAreCovered() {
        var interest = new Interest(Topic.HANDOVER, Part.OWNER, "HealthcareService/1");
        assertThat(interest.covers(change(Topic.HANDOVER, Part.OWNER, "HealthcareService/1")))
                .isTrue();
        assertThat(interest.covers(change(Topic.HANDOVER, Part.OWNER, "HealthcareService/2")))
                .isFalse();
        assertThat(interest.covers(change(Topic.HANDOVER, Part.REQUESTER, "HealthcareService/1")))
                .isFalse();
        assertThat(interest.covers(change(Topic.REFERRAL, Part.OWNER, "HealthcareService/1")))
                .isFalse();
    }

    @Test
    void aTopicIsKnownByItsExactUrl() {
        assertThat(Topic.of("https://sprig-fhir.github.io/ig/SubscriptionTopic/handover"))
                .contains(Topic.HANDOVER);
        assertThat(Topic.of("https://sprig-fhir.github.io/ig/SubscriptionTopic/referral"))
                .contains(Topic.REFERRAL);
        assertThat(Topic.of("https://sprig-fhir.github.io/ig/SubscriptionTopic/handover|1"))
                .isEmpty();
        assertThat(Topic.about("Task")).contains(Topic.HANDOVER);
        assertThat(Topic.about("ServiceRequest")).contains(Topic.REFERRAL);
        assertThat(Topic.about("Patient")).isEmpty();
    }

    private static Change change(Topic topic, Part part, String party) {
        return new Change(topic, "Task/1", Map.of(part, Set.of(party)));
    }
}

package io.github.sprigfhir.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.access.Authorship.Party;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody writes in another's name. */
class AuthorshipTest {

    private static final Identity CALLER = Callers.in(Role.LINK_WORKER);

    @ParameterizedTest
    @EnumSource
    void ownNamesMayBeUsedAndSilenceMayBeKept(Authorship element) {
        assertThat(element.judge(CALLER, List.of())).isEmpty();
        assertThat(element.judge(CALLER, List.of(Party.OWN))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anothersNameAloneIsRefused(Authorship element) {
        assertThat(element.judge(CALLER, List.of(Party.ANOTHER))).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(AccessRule.AUTHOR);
            assertThat(refusal.text())
                    .startsWith(element.path() + " names somebody")
                    .contains("Organization/42");
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONTACT_PARTICIPANT")
    void anothersNameBesideOnesOwnIsRefused(Authorship element) {
        assertThat(element.judge(CALLER, List.of(Party.OWN, Party.ANOTHER))).isPresent();
    }

    @Test
    void othersMayHaveTakenPartInAContact() {
        assertThat(Authorship.CONTACT_PARTICIPANT.judge(CALLER, List.of(Party.ANOTHER, Party.OWN)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFERRER", "REQUESTER", "OBSERVER", "GOAL_SETTER"})
    void thePersonMaySpeakForThemselves(Authorship element) {
        assertThat(element.judge(CALLER, List.of(Party.THE_PERSON))).isEmpty();
        assertThat(element.judge(CALLER, List.of(Party.THE_PERSON, Party.ANOTHER)))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"KEEPER_OF_THE_RECORD", "RISK_AUTHOR", "SENDER", "SUBSCRIBER", "CONTACT_PARTICIPANT"})
    void thePersonIsNotWhoWroteThat(Authorship element) {
        assertThat(element.judge(CALLER, List.of(Party.THE_PERSON))).isPresent();
    }

    @Test
    void notesAreSignedByTheirAuthors() {
        assertThat(Authorship.judgeNotes(CALLER, "Task.note.author", List.of(Party.OWN, Party.THE_PERSON)))
                .isEmpty();
        assertThat(Authorship.judgeNotes(CALLER, "Task.note.author", List.of(Party.OWN, Party.ANOTHER)))
                .hasValueSatisfying(refusal -> assertThat(refusal.text()).startsWith("Task.note.author names"));
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhereOthersMayStandBesideAreAllJudgedTogether(Authorship element) {
        assertThat(element.isJudgedWhole()).isEqualTo(element == Authorship.CONTACT_PARTICIPANT);
    }

    @Test
    void eachElementIsFoundByItsKind() {
        assertThat(Authorship.of(Kind.ENCOUNTER))
                .containsExactly(Authorship.CONTACT_PROVIDER, Authorship.CONTACT_PARTICIPANT);
        assertThat(Authorship.of(Kind.LOCATION)).isEmpty();
    }
}

package io.github.sprigfhir.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a request is, by its address, and what that means on record. */
class InteractionTest {

    @ParameterizedTest
    @CsvSource({
        "GET, Task/1, READ",
        "HEAD, Task/1, READ",
        "get, Task/1, READ",
        "GET, Task/1/_history/2, VREAD",
        "GET, Task/1/_history, HISTORY_INSTANCE",
        "GET, Task/_history, HISTORY_TYPE",
        "GET, _history, HISTORY_SYSTEM",
        "GET, Task, SEARCH_TYPE",
        "GET, '', SEARCH_SYSTEM",
        "GET, metadata, CAPABILITIES",
        "GET, .well-known/smart-configuration, CAPABILITIES",
        "GET, .well-known, CAPABILITIES",
        "OPTIONS, Task, CAPABILITIES",
        "POST, Task/_search, SEARCH_TYPE",
        "POST, _search, SEARCH_SYSTEM",
        "POST, Task, CREATE",
        "POST, '', TRANSACTION",
        "POST, Task/1, UNKNOWN",
        "POST, Task/1/x, UNKNOWN",
        "PUT, Task/1, UPDATE",
        "PUT, Task, UPDATE",
        "PATCH, Task/1, PATCH",
        "DELETE, Task/1, DELETE",
        "POST, ServiceRequest/1/$handover, OPERATION",
        "GET, Patient/$match, OPERATION",
        "POST, $export, OPERATION",
        "GET, Task/1/x, UNKNOWN",
        "GET, Task/1/x/2, UNKNOWN",
        "GET, a/b/_history/d/e, UNKNOWN",
        "TRACE, Task, UNKNOWN"
    })
    void theAddressSaysWhatIsAsked(String method, String path, Interaction interaction) {
        var segments = path.isEmpty() ? List.<String>of() : Arrays.asList(path.split("/", -1));

        assertThat(Interaction.asked(method, segments)).isEqualTo(interaction);
    }

    @ParameterizedTest
    @CsvSource({
        "READ, R, rest, read, Read",
        "VREAD, R, rest, vread, Read",
        "HISTORY_INSTANCE, R, rest, history-instance, ''",
        "SEARCH_TYPE, E, rest, search-type, Query",
        "CREATE, C, rest, create, Create",
        "UPDATE, U, rest, update, Update",
        "PATCH, U, rest, patch, Update",
        "DELETE, D, rest, delete, Delete",
        "TRANSACTION, E, rest, transaction, ''",
        "BATCH, E, rest, batch, ''",
        "OPERATION, E, rest, operation, ''",
        "LOGIN, E, 110114, 110122, ''",
        "CLIENT_CHANGE, E, 110113, 110137, ''",
        "START, E, 110100, 110120, ''",
        "STOP, E, 110100, 110121, ''"
    })
    void theTableSaysWhatThatIsOnRecord(
            Interaction interaction, char action, String type, String subtype, String pattern) {
        assertThat(interaction.action().code()).isEqualTo(action);
        assertThat(interaction.type().code()).isEqualTo(type);
        assertThat(interaction.code()).isEqualTo(subtype);
        assertThat(interaction.pattern().map(Enum::name).orElse("")).isEqualToIgnoringCase(pattern);
    }

    @ParameterizedTest
    @EnumSource
    void everythingThatIsRecordedHasAFamilyAndOnlySearchesHoldAQuestion(Interaction interaction) {
        assertThat(interaction.type().system()).startsWith("http");
        assertThat(interaction.type().display()).isNotEmpty();
        assertThat(interaction.system()).startsWith("http");
        assertThat(interaction.display().isEmpty()).isEqualTo(interaction.code().isEmpty());
        assertThat(interaction.isSearch()).isEqualTo(interaction.name().startsWith("SEARCH"));
    }

    @Test
    void aSubtypeLeadsBackToItsInteraction() {
        assertThat(Interaction.ofSubtype("vread")).containsExactly(Interaction.VREAD);
        assertThat(Interaction.ofSubtype("nothing")).isEmpty();
    }

    /** The patterns as IHE's profiles fix them, 1.1.3: Read turns the direction of the others round. */
    @ParameterizedTest
    @CsvSource({
        "CREATE, 110153, 110152, AUT",
        "READ, 110152, 110153, IRCP",
        "UPDATE, 110153, 110152, AUT",
        "DELETE, 110150, custodian, AUT",
        "QUERY, 110153, 110152, IRCP"
    })
    void eachPatternSaysWhoIsWhat(Pattern pattern, String client, String server, String user) {
        assertThat(pattern.client().code()).isEqualTo(client);
        assertThat(pattern.server().code()).isEqualTo(server);
        assertThat(pattern.user().code()).isEqualTo(user);
    }

    @Test
    void aProfileIsNamedAsIheNamesIt() {
        assertThat(Pattern.READ.profile(true))
                .isEqualTo("https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientRead");
        assertThat(Pattern.QUERY.profile(false))
                .isEqualTo("https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.Query");
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleOfAnAgentIsACode(Pattern.Role role) {
        assertThat(role.system()).startsWith("http");
        assertThat(role.code()).isNotEmpty();
        assertThat(role.display()).isNotEmpty();
    }
}

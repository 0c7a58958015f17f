package io.github.sprigfhir.app.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.sprigfhir.app.platform.OnBehalf;
import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Who writes what they saw in part, and who writes nothing. */
class ProviderWritesTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final MinimumView view = new MinimumView(FHIR);
    private final ProviderWrites writes = new ProviderWrites(new HiddenElements(view));
    private final Task stored = new Task().setStatus(TaskStatus.REQUESTED).setDescription("hidden");

    @Test
    void whatAProviderSendsBackIsCompleted() {
        var sent = (Task) view.minimumOf(stored);
        sent.setStatus(TaskStatus.RECEIVED);

        writes.updated(stored, sent, by(Role.PROVIDER, Purpose.TREATMENT));

        assertThat(sent.getDescription()).isEqualTo("hidden");
        assertThat(sent.getStatus()).isEqualTo(TaskStatus.RECEIVED);
    }

    @Test
    void aProviderChangesNothingHidden() {
        var sent = (Task) view.minimumOf(stored);
        sent.setDescription("mine");

        assertThatThrownBy(() -> writes.updated(stored, sent, by(Role.PROVIDER, Purpose.TREATMENT)))
                .isInstanceOf(UnprocessableEntityException.class)
                .hasMessageContaining("hidden-element");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "PROVIDER")
    void othersSawItWholeAndMeanWhatTheySend(Role role) {
        var sent = new Task().setStatus(TaskStatus.RECEIVED);

        writes.updated(stored, sent, by(role, Purpose.TREATMENT));

        assertThat(sent.hasDescription()).isFalse();
    }

    @Test
    void whatTheServerWritesForAProviderIsWholeToo() {
        var sent = new Task().setStatus(TaskStatus.RECEIVED);

        writes.updated(stored, sent, new OnBehalf(by(Role.PROVIDER, Purpose.TREATMENT)));

        assertThat(sent.hasDescription()).isFalse();
    }

    @Test
    void aProvidersPatchTouchesWhatIsShown() {
        var check = new ProviderPatchCheck(FHIR);

        check.check(patch(Role.PROVIDER, "application/json-patch+json", "[{\"op\":\"replace\",\"path\":\"/status\"}]"));
        check.check(patch(Role.LINK_WORKER, "application/json-patch+json", "[{\"op\":\"test\",\"path\":\"/for\"}]"));
        for (var format : new String[] {"application/json-patch+json", "application/fhir+json", "text/plain"}) {
            assertThatThrownBy(() -> check.check(patch(Role.PROVIDER, format, "[{\"op\":\"test\",\"path\":\"/for\"}]")))
                    .isInstanceOf(UnprocessableEntityException.class);
        }
    }

    @Test
    void soDoThePatchesInAProvidersTransaction() {
        var patch = new Parameters();
        patch.addParameter().setName("operation").addPart().setName("path").setValue(new StringType("Task.partOf"));
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(patch)
                .getRequest()
                .setMethod(HTTPVerb.PATCH)
                .setUrl("Task/1");
        var check = new ProviderTransactionCheck();

        check.check(bundle, by(Role.LINK_WORKER, Purpose.TREATMENT));
        assertThatThrownBy(() -> check.check(bundle, by(Role.PROVIDER, Purpose.TREATMENT)))
                .isInstanceOf(UnprocessableEntityException.class);
    }

    @Test
    void whoBreaksTheGlassWritesNothing() {
        var guard = new BreakGlassGuard();
        var emergency = by(Role.LINK_WORKER, Purpose.BREAK_THE_GLASS);

        assertThatThrownBy(() -> guard.created(stored, emergency)).isInstanceOf(ForbiddenOperationException.class);
        assertThatThrownBy(() -> guard.updated(stored, stored, emergency))
                .isInstanceOf(ForbiddenOperationException.class);
        assertThatThrownBy(() -> guard.deleted(stored, emergency)).isInstanceOf(ForbiddenOperationException.class);
    }

    @Test
    void othersAndTheServerItselfWrite() {
        var guard = new BreakGlassGuard();

        guard.created(stored, by(Role.LINK_WORKER, Purpose.TREATMENT));
        guard.created(stored, new OnBehalf(by(Role.LINK_WORKER, Purpose.BREAK_THE_GLASS)));
        guard.created(stored, new SystemRequestDetails());
        guard.created(stored, null);
        assertThat(ProviderWrites.isOfAProvider(null)).isFalse();
    }

    private static ServletRequestDetails patch(Role role, String format, String body) {
        var request = by(role, Purpose.TREATMENT);
        request.setRequestType(RequestTypeEnum.PATCH);
        request.setResourceName("Task");
        request.addHeader("Content-Type", format);
        request.setRequestContents(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static ServletRequestDetails by(Role role, Purpose purpose) {
        var http = new MockHttpServletRequest();
        Identities.note(http, new Identity("client", role, new Party("Organization/1"), Optional.empty(), purpose));
        var request = new ServletRequestDetails();
        request.setServletRequest(http);
        return request;
    }
}

package io.github.sprigfhir.app.outcomes.report;

import io.github.sprigfhir.app.directory.gaps.FhirUnmetNeed;
import io.github.sprigfhir.app.outcomes.report.Steps.Kind;
import io.github.sprigfhir.app.outcomes.report.Steps.Step;
import io.github.sprigfhir.app.platform.report.ReportDay;
import io.github.sprigfhir.app.referral.Contacts;
import io.github.sprigfhir.app.referral.EndReason;
import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.app.referral.RequestKind;
import io.github.sprigfhir.domain.referral.Attendance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Reads the steps of an episode out of its records. */
final class FhirSteps {

    static final String COMPLETED = "completed";
    static final String REFERRED = "referred";
    static final String DECLINED = "declined";
    private static final String UNKNOWN = "unknown";

    private FhirSteps() {}

    /** Whether the owner has answered: taken note, taken it on or refused. */
    static boolean isAnswered(Task task) {
        return task.getStatus() == TaskStatus.RECEIVED || task.getStatus() == TaskStatus.REJECTED || isTakenOn(task);
    }

    static boolean isTakenOn(Task task) {
        return switch (task.getStatus()) {
            case ACCEPTED, INPROGRESS, ONHOLD, COMPLETED, FAILED -> true;
            case DRAFT, REQUESTED, RECEIVED, REJECTED, READY, CANCELLED, ENTEREDINERROR, NULL -> false;
        };
    }

    static boolean endsAlike(ServiceRequest one, ServiceRequest other) {
        return one.getStatus() == other.getStatus() && reason(one).equals(reason(other));
    }

    /** How an offer or a referral ended, where it has; what else ends says so by its handover. */
    static Optional<Step> end(ServiceRequest request, LocalDate day) {
        var id = request.getIdElement().getIdPart();
        var kind = RequestKind.of(request);
        if (!FhirFacts.hasEnded(request) || kind == RequestKind.ONWARD) {
            return Optional.empty();
        }
        var isDone = request.getStatus() == ServiceRequestStatus.COMPLETED;
        return Optional.of(
                kind == RequestKind.OFFER
                        ? new Step(id, Kind.OFFER, id, isDone ? REFERRED : DECLINED, day)
                        : new Step(id, Kind.END, id, isDone ? COMPLETED : reason(request), day));
    }

    private static String reason(ServiceRequest request) {
        return EndReason.of(request)
                .map(reason -> reason.getCodingFirstRep().getCode())
                .orElse(UNKNOWN);
    }

    /** For what there was no service; nothing where that was taken back. */
    static Optional<Step> unmetNeed(Observation said, ServiceRequest about) {
        var id = said.getIdElement().getIdPart();
        var day = ReportDay.of(said.getEffectiveDateTimeType());
        return Optional.of(said)
                .filter(FhirUnmetNeed::stands)
                .flatMap(FhirUnmetNeed::need)
                .map(need -> new Step(id, Kind.UNMET_NEED, Episodes.rootOf(about), need, day));
    }

    /** Whether the person came, and in which mode; nothing of a contact that is planned or taken back. */
    static List<Step> contact(Encounter contact, ServiceRequest about) {
        var steps = new ArrayList<Step>();
        var id = contact.getIdElement().getIdPart();
        var root = Episodes.rootOf(about);
        var own = RequestKind.of(about) == RequestKind.REFERRAL;
        for (var attendance : Contacts.attendances(List.of(contact))) {
            var day = ReportDay.of(contact.getPeriod().getStartElement());
            var what = attendance.name().toLowerCase(Locale.ROOT).replace('_', '-');
            steps.add(new Step(id, own ? Kind.ATTENDANCE : Kind.SERVICE_ATTENDANCE, root, what, day));
            if (own && attendance == Attendance.ATTENDED) {
                var mode = contact.getTypeFirstRep().getCodingFirstRep().getCode();
                steps.add(new Step(id, Kind.CONTACT_MODE, root, mode, day));
            }
        }
        return steps;
    }
}

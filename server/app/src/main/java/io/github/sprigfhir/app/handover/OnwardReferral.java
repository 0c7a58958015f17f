package io.github.sprigfhir.app.handover;

import io.github.sprigfhir.domain.handover.HandoverState;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;

/** Writes the transaction that hands a person over: an onward referral, its Task, and the Task that it replaces. */
@Component
class OnwardReferral {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    static final String OVERRIDE = IG + "StructureDefinition/assurance-override";

    private static final Coding KIND =
            new Coding(IG + "CodeSystem/referral-kind", "onward-referral", "Onward referral");
    private static final Coding FULFILL =
            new Coding("http://hl7.org/fhir/CodeSystem/task-code", "fulfill", "Fulfill the focal request");
    private static final CodeableConcept REASSIGNED = new CodeableConcept(
                    new Coding("https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars", "99", "Other"))
            .setText("Handed over to another service");
    /** Within the transaction only, where the Task refers to the referral by it. */
    private static final String PLACEHOLDER = "urn:uuid:" + UUID.nameUUIDFromBytes(new byte[] {1});

    private final Clock clock;

    OnwardReferral(Clock clock) {
        this.clock = clock;
    }

    Bundle transaction(Asked asked, ServiceRequest referral, Reference requester, Optional<Task> replaces) {
        var request = request(asked, referral).setRequester(requester);
        var task = task(request);
        var transaction = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        add(transaction, request, request.getIdentifierFirstRep()).setFullUrl(PLACEHOLDER);
        replaces.ifPresent(old -> {
            task.addPartOf(new Reference("Task/" + old.getIdElement().getIdPart()));
            cancel(transaction, old);
        });
        add(transaction, task, task.getIdentifierFirstRep());
        return transaction;
    }

    private ServiceRequest request(Asked asked, ServiceRequest referral) {
        var request = new ServiceRequest()
                .addIdentifier(asked.required("identifier", Identifier.class, new Identifier()))
                .addBasedOn(new Reference(
                        "ServiceRequest/" + referral.getIdElement().getIdPart()))
                .setStatus(ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequestIntent.ORDER)
                .setCategory(referral.copy().getCategory())
                .setPriority(ServiceRequest.ServiceRequestPriority.ROUTINE)
                .setCode(asked.one("code", CodeableConcept.class).orElseGet(() -> new CodeableConcept(KIND.copy())))
                .setSubject(referral.getSubject().copy())
                .setAuthoredOn(Date.from(clock.instant()))
                .addPerformer(asked.required("service", Reference.class, new Reference()))
                .setReasonCode(reasons(asked, referral))
                .setSupportingInfo(referral.copy().getSupportingInfo());
        asked.one("note", StringType.class).ifPresent(note -> request.addNote().setText(note.getValue()));
        request.addExtension(terms(asked));
        override(asked).ifPresent(request::addExtension);
        return request;
    }

    private static List<CodeableConcept> reasons(Asked asked, ServiceRequest referral) {
        var given = asked.all("reason", CodeableConcept.class);
        return given.isEmpty() ? referral.copy().getReasonCode() : given;
    }

    private static Extension terms(Asked asked) {
        var terms = new Extension(IG + "StructureDefinition/onward-terms");
        terms.addExtension("firstContact", asked.required("firstContact", Coding.class, new Coding()));
        terms.addExtension("nonAttendanceAction", asked.required("nonAttendanceAction", Coding.class, new Coding()));
        terms.addExtension(
                "outcomesReturned", asked.required("outcomesReturned", BooleanType.class, new BooleanType()));
        asked.one("returnUntil", DateType.class).ifPresent(until -> terms.addExtension("returnUntil", until));
        asked.one("nonAttendance", StringType.class).ifPresent(words -> terms.addExtension("nonAttendance", words));
        return terms;
    }

    /** Both or neither: nobody answers without a reason. */
    private static Optional<Extension> override(Asked asked) {
        var by = asked.one("overrideBy", Reference.class);
        var reason = asked.one("overrideReason", StringType.class);
        if (by.isEmpty() && reason.isEmpty()) {
            return Optional.empty();
        }
        var override = new Extension(OVERRIDE);
        override.addExtension("by", asked.required("overrideBy", Reference.class, new Reference()));
        override.addExtension("reason", asked.required("overrideReason", StringType.class, new StringType()));
        return Optional.of(override);
    }

    private static Task task(ServiceRequest request) {
        return new Task()
                .addIdentifier(request.getIdentifierFirstRep().copy())
                .setStatus(TaskStatus.REQUESTED)
                .setIntent(TaskIntent.ORDER)
                .setPriority(Task.TaskPriority.ROUTINE)
                .setCode(new CodeableConcept(FULFILL.copy()))
                .setFocus(new Reference(PLACEHOLDER))
                .setFor(request.getSubject().copy())
                .setAuthoredOn(request.getAuthoredOn())
                .setRequester(request.getRequester().copy())
                .setOwner(request.getPerformerFirstRep().copy());
    }

    private static void cancel(Bundle transaction, Task replaced) {
        if (HandoverState.of(replaced.getStatus().toCode())
                .filter(state -> !state.hasEnded())
                .isPresent()) {
            replaced.setStatus(TaskStatus.CANCELLED).setStatusReason(REASSIGNED.copy());
            var address = "Task/" + replaced.getIdElement().getIdPart();
            transaction
                    .addEntry()
                    .setResource(replaced)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(address)
                    .setIfMatch("W/\"%s\"".formatted(replaced.getMeta().getVersionId()));
        }
    }

    private static Bundle.BundleEntryComponent add(Bundle transaction, Resource resource, Identifier identifier) {
        var entry = transaction.addEntry().setResource(resource);
        entry.getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType())
                .setIfNoneExist("identifier=%s|%s".formatted(identifier.getSystem(), identifier.getValue()));
        return entry;
    }
}

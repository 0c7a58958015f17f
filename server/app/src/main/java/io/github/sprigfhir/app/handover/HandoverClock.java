package io.github.sprigfhir.app.handover;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.domain.kernel.WorkingDays;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Sets the day by which a new handover is to be acknowledged, whatever its sender thought. */
@Component
@Interceptor
class HandoverClock implements SprigFeature {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final WorkingDays workingDays;
    private final HandoverSettings settings;

    HandoverClock(WorkingDays workingDays, HandoverSettings settings) {
        this.workingDays = workingDays;
        this.settings = settings;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    void start(IBaseResource resource) {
        if (resource instanceof Task task && task.hasAuthoredOn()) {
            var until = workingDays.after(day(task.getAuthoredOnElement()), settings.acknowledgeWithinWorkingDays());
            task.getRestriction().getPeriod().setEndElement(new DateTimeType(until.toString()));
        }
    }

    /** A time of day is England's; a date is taken as it is, and the first day of a month or year for these alone. */
    private static LocalDate day(DateTimeType moment) {
        return switch (moment.getPrecision()) {
            case YEAR, MONTH, DAY -> LocalDate.ofInstant(moment.getValue().toInstant(), ZoneId.systemDefault());
            case MINUTE, SECOND, MILLI -> LocalDate.ofInstant(moment.getValue().toInstant(), ENGLAND);
        };
    }
}

package io.github.sprigfhir.app.handover;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.github.sprigfhir.domain.kernel.WorkingDays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the working days of England, from Jollyday's calendar. */
@Configuration(proxyBeanMethods = false)
class HandoverConfig {

    private static final String ENGLAND = "eng";

    @Bean
    WorkingDays workingDays() {
        var holidays = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
        return new WorkingDays(day -> holidays.isHoliday(day, ENGLAND));
    }
}

package io.github.sprigfhir.app.platform.report;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.definitions.FhirPackage;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.springframework.stereotype.Component;

/** Gives a report to who asks for {@code text/csv} as a table, and to who asks for {@code text/html} as a page. */
@Component
@Interceptor
class ReportForms implements SprigFeature {

    private static final String TERMS = "https://sprig-fhir.github.io/ig/CodeSystem/report-term";
    /** When it has been decided, and written down, what is shown. */
    private static final int AT_LAST = 20_000;

    private final ReportPage page;
    private final Store store;

    ReportForms(FhirPackage definitions, Store store) {
        this.store = store;
        this.page = new ReportPage(definitions.definitions().stream()
                .filter(CodeSystem.class::isInstance)
                .map(CodeSystem.class::cast)
                .filter(system -> TERMS.equals(system.getUrl()))
                .findFirst()
                .orElseThrow());
    }

    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = AT_LAST)
    void write(ServletRequestDetails request, ResponseDetails response) {
        if (response.getResponseResource() instanceof MeasureReport report) {
            var form = ReportForm.asked(request.getServletRequest());
            switch (form) {
                case FHIR -> {}
                case CSV -> response.setResponseResource(binary(form, ReportCsv.of(report)));
                case PAGE -> response.setResponseResource(binary(form, page.of(measure(report), report)));
            }
        }
    }

    private Measure measure(MeasureReport report) {
        var url = report.getMeasure().split("\\|", 2)[0];
        return store.read(Measure.class, new IdType(url).getIdPart());
    }

    private static Binary binary(ReportForm form, String text) {
        var binary = new Binary().setContentType(form.type());
        binary.setData(text.getBytes(StandardCharsets.UTF_8));
        return binary;
    }
}

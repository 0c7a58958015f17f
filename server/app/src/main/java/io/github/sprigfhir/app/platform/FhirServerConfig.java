package io.github.sprigfhir.app.platform;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.IJpaSystemProvider;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import io.github.sprigfhir.app.platform.paging.Pages;
import jakarta.servlet.http.HttpServletResponse;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The HTTP face: HAPI's servlet, given every {@link SprigFeature} that belongs to it. */
@Configuration
class FhirServerConfig {

    @Bean
    RestfulServer fhirServer(
            FhirContext fhir,
            ListableBeanFactory beans,
            IJpaSystemProvider systemProvider,
            IFhirSystemDao<?, ?> systemDao,
            JpaStorageSettings storage,
            ISearchParamRegistry searchParams,
            IValidationSupport validation,
            Features features) {
        var server = new QuietServer(fhir);
        ResourceTypes.served().forEach(type -> server.registerProvider(beans.getBean("my" + type + "RpR4")));
        server.registerProvider(systemProvider);
        var operations = beans.getBean("myOperationDefinitionDaoR4", IFhirResourceDao.class);
        server.setServerConformanceProvider(
                new Conformance(server, systemDao, storage, searchParams, validation, operations));
        // Without a paging provider HAPI stores no search: each page's link holds the search, which runs again (ADR
        // 11).
        server.setDefaultPageSize(Pages.USUAL);
        server.setMaximumPageSize(Pages.LARGEST);
        features.joinTo(server);
        return server;
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(RestfulServer server) {
        var servlet = new ServletRegistrationBean<>(server, "/fhir/*");
        servlet.setLoadOnStartup(1);
        return servlet;
    }

    /** HAPI's description of this server, which would answer for the definitions of operations in the store's place. */
    private static final class Conformance extends JpaCapabilityStatementProvider {

        private final IFhirResourceDao<?> operations;

        Conformance(
                RestfulServer server,
                IFhirSystemDao<?, ?> systemDao,
                JpaStorageSettings storage,
                ISearchParamRegistry searchParams,
                IValidationSupport validation,
                IFhirResourceDao<?> operations) {
            super(server, systemDao, storage, searchParams, validation);
            this.operations = operations;
        }

        @Override
        public IBaseResource readOperationDefinition(IIdType id, RequestDetails request) {
            return operations.read(id, request);
        }
    }

    /** HAPI's servlet, which would tell every client its name and version in a header. */
    private static final class QuietServer extends RestfulServer {

        private static final long serialVersionUID = 1L;

        QuietServer(FhirContext fhir) {
            super(fhir);
        }

        @Override
        public void addHeadersToResponse(HttpServletResponse response) {}
    }
}

package io.github.sprigfhir.app.platform;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.IJpaSystemProvider;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The HTTP face: HAPI's servlet, given every {@link SprigFeature} that belongs to it. */
@Configuration
class FhirServerConfig {

    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 200;

    @Bean
    RestfulServer fhirServer(
            FhirContext fhir,
            ListableBeanFactory beans,
            IJpaSystemProvider systemProvider,
            IFhirSystemDao<?, ?> systemDao,
            JpaStorageSettings storage,
            ISearchParamRegistry searchParams,
            IValidationSupport validation,
            DatabaseBackedPagingProvider paging,
            Features features) {
        var server = new QuietServer(fhir);
        ResourceTypes.served().forEach(type -> server.registerProvider(beans.getBean("my" + type + "RpR4")));
        server.registerProvider(systemProvider);
        server.setServerConformanceProvider(
                new JpaCapabilityStatementProvider(server, systemDao, storage, searchParams, validation));
        paging.setDefaultPageSize(PAGE);
        paging.setMaximumPageSize(LARGEST_PAGE);
        server.setPagingProvider(paging);
        features.joinTo(server);
        return server;
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(RestfulServer server) {
        var servlet = new ServletRegistrationBean<>(server, "/fhir/*");
        servlet.setLoadOnStartup(1);
        return servlet;
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

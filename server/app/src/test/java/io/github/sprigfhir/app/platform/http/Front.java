package io.github.sprigfhir.app.platform.http;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The web server with our filters and settings and without FHIR: in its place stands a servlet that says whom it sees. */
final class Front implements AutoCloseable {

    private final ServletWebServerApplicationContext context;

    private Front(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /** Opens one on loopback, with settings such as {@code sprig.http.behind-proxy=true}. */
    static Front open(String... settings) {
        var application = new SpringApplication(Parts.class);
        application.setLogStartupInfo(false);
        var all = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1"));
        for (var setting : settings) {
            all.add("--" + setting);
        }
        return new Front((ServletWebServerApplicationContext) application.run(all.toArray(String[]::new)));
    }

    int port() {
        return context.getWebServer().getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not annotated as a configuration, or the whole server in other tests would find it. */
    @EnableConfigurationProperties({HttpSettings.class, DoorSettings.class, RateSettings.class})
    @ImportAutoConfiguration({
        DispatcherServletAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        SslAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @Import({
        AddressRate.class,
        ClientRate.class,
        FrontDoor.class,
        OutcomeAnswer.class,
        Rates.class,
        WebServerConfig.class
    })
    static class Parts {

        @Bean
        FhirContext fhir() {
            return FhirContext.forR4Cached();
        }

        @Bean
        ServletRegistrationBean<HttpServlet> echo() {
            return new ServletRegistrationBean<>(new Echo(), "/fhir/*");
        }
    }

    private static final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().endsWith("fail")) {
                throw new IllegalStateException("select * from people where name = 'Quillfeather'");
            }
            response.getWriter().write("%s asked %s,".formatted(request.getRemoteAddr(), request.getRequestURL()));
        }
    }
}

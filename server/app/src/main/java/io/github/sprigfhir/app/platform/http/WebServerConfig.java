package io.github.sprigfhir.app.platform.http;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sets Tomcat up: errors as OperationOutcomes, its own limits, TLS as strict as it gets, and the guide's static pages. */
@Configuration(proxyBeanMethods = false)
class WebServerConfig implements WebMvcConfigurer {

    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final Duration PREFLIGHT = Duration.ofMinutes(10);

    /** Forward secret and authenticated only, for TLS 1.2; those of TLS 1.3 all are. */
    private static final String CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20";

    private static final String TLS = "TLSv1.2+TLSv1.3";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> fhirFriendlyTomcat(
            HttpSettings settings, DoorSettings door) {
        return tomcat -> {
            tomcat.addConnectorCustomizers(connector -> limit(connector, settings), WebServerConfig::strictTls);
            tomcat.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(OutcomeErrorValve.class.getName());
                }
            });
            tomcat.addEngineValves(new ForwardedHeaders(Networks.of(door.trustedProxies())), new AnswerHeaders());
        };
    }

    private static void limit(Connector connector, HttpSettings settings) {
        // Characters that FHIR searches use.
        connector.setProperty("relaxedQueryChars", "|{}[]^\"<>");
        connector.setProperty(
                "maxHttpRequestHeaderSize", Long.toString(settings.largestHead().toBytes()));
        // What of a request is repeated in the headers of its answer must fit in there.
        connector.setProperty(
                "maxHttpResponseHeaderSize",
                Long.toString(2 * settings.largestHead().toBytes()));
        connector.setProperty("connectionTimeout", Long.toString(SILENCE.toMillis()));
        connector.setXpoweredBy(false);
    }

    private static void strictTls(Connector connector) {
        for (var host : connector.findSslHostConfigs()) {
            host.setProtocols(TLS);
            host.setCiphers(CIPHERS);
            host.setHonorCipherOrder(true);
        }
    }

    @Bean
    FilterRegistrationBean<CorsFilter> crossOrigin(DoorSettings door) {
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(door.allowedOrigins());
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        allowed.setAllowedHeaders(List.of(
                "Accept",
                "Authorization",
                "Content-Type",
                "If-Match",
                "If-Modified-Since",
                "If-None-Exist",
                "If-None-Match",
                "Prefer",
                "X-Correlation-Id",
                "X-Provenance",
                "X-Request-Id"));
        allowed.setExposedHeaders(List.of(
                "Content-Location",
                "ETag",
                "Last-Modified",
                "Location",
                "Retry-After",
                "X-Correlation-Id",
                "X-Request-Id"));
        // Tokens come in a header; nothing that a browser sends by itself counts.
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(PREFLIGHT);
        var everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", allowed);
        var filter = new FilterRegistrationBean<>(new CorsFilter(everywhere));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        filter.setEnabled(!door.allowedOrigins().isEmpty());
        return filter;
    }

    @Bean
    TimeMeter rateTime() {
        return TimeMeter.SYSTEM_NANOTIME;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/guide/**").addResourceLocations("classpath:/sprig-ig/guide/");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/guide/index.html");
        registry.addRedirectViewController("/guide", "/guide/index.html");
        registry.addRedirectViewController("/guide/", "/guide/index.html");
    }
}

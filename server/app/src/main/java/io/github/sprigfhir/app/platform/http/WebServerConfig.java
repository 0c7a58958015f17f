package io.github.sprigfhir.app.platform.http;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sets Tomcat up: errors as OperationOutcomes, the characters FHIR searches use, and the guide's static pages. */
@Configuration(proxyBeanMethods = false)
class WebServerConfig implements WebMvcConfigurer {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> fhirFriendlyTomcat() {
        return tomcat -> {
            tomcat.addConnectorCustomizers(connector -> connector.setProperty("relaxedQueryChars", "|{}[]^\"<>"));
            tomcat.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(OutcomeErrorValve.class.getName());
                }
            });
        };
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

package io.github.sprigfhir.app.running;

import io.github.sprigfhir.app.SprigApplication;
import io.github.sprigfhir.app.platform.EmbeddedDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** Runs a test against the whole server; all tests share one, started with the first of them on an empty home folder. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SprigApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            ServerLog.FILE,
            ServerLog.OLDER_FILES,
            "sprig.access.enabled=false",
            "sprig.directory.open-referral.allowed-networks=127.0.0.1/32",
            "sprig.directory.open-referral.most-pages=" + RunningServer.MOST_PAGES,
            "sprig.outcomes.switched-on[0].instrument=ucla-3",
            "sprig.outcomes.switched-on[0].attribution=" + RunningServer.ATTRIBUTION
        })
@ContextConfiguration(initializers = {FreshHome.class, Receivers.class, EmbeddedDatabase.class})
@interface RunningServer {

    int MOST_PAGES = 30;
    String ATTRIBUTION = "The authors of UCLA-3, with their permission";
}

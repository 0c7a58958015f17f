package io.github.sprigfhir.app.running;

import io.github.sprigfhir.app.SprigApplication;
import io.github.sprigfhir.app.access.StartCheck;
import io.github.sprigfhir.app.platform.EmbeddedDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test against the whole server with access control on, as it is after a first run: with the demo clients and the
 * example directory. All such tests share one. Its port is known before it starts, because its tokens name it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SprigApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        // One program has one log, whichever server starts first.
        properties = {
            ServerLog.FILE,
            ServerLog.OLDER_FILES,
            "sprig.outcomes.instruments=src/test/resources/instruments",
            "sprig.research.projects[0].name=loneliness-study",
            "sprig.research.projects[0].purpose=What helps people who are lonely",
            "sprig.research.projects[0].until=2099-12-31",
            "sprig.research.projects[0].k=2",
            "sprig.research.projects[1].name=other-study",
            "sprig.research.projects[1].purpose=How long people wait",
            "sprig.research.projects[1].until=2099-12-31",
            "sprig.research.projects[1].k=3",
            "sprig.research.projects[1].days=since-first",
            "sprig.research.projects[2].name=ended-study",
            "sprig.research.projects[2].purpose=What there was to find",
            "sprig.research.projects[2].until=2020-12-31"
        })
@ContextConfiguration(
        initializers = {FreshHome.class, FreePort.class, Receivers.class, StartCheck.class, EmbeddedDatabase.class})
@interface GuardedServer {}

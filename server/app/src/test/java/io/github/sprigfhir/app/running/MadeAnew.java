package io.github.sprigfhir.app.running;

import io.github.sprigfhir.app.platform.changes.MadeOfRecords;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes tables of ours anew of what is on record, as a start after a restore without them does. */
final class MadeAnew {

    private MadeAnew() {}

    static void ofRecords(String name, ApplicationContext beans) throws Exception {
        var forgotten = JdbcClient.create(beans.getBean(DataSource.class))
                .sql("delete from sprig_made where name = ?")
                .param(name)
                .update();
        if (forgotten != 1) {
            throw new AssertionError("the start has not made " + name);
        }
        beans.getBean("tablesFiller", ApplicationRunner.class).run(new DefaultApplicationArguments());
    }

    /** Draws the conclusions alone, of what a test has written into these tables itself. */
    static void finish(String name, ApplicationContext beans) {
        beans.getBeansOfType(MadeOfRecords.class).values().stream()
                .filter(tables -> tables.made().equals(name))
                .findFirst()
                .orElseThrow()
                .finish();
    }
}

package io.github.sprigfhir.app.feedback;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;

/** Puts into the database what Hibernate still holds back, and so takes the locks of all that is changed. */
record Flush(EntityManagerFactory entityManagers) implements Runnable {

    @Override
    public void run() {
        var session = EntityManagerFactoryUtils.getTransactionalEntityManager(entityManagers);
        if (session == null) {
            return;
        }
        try {
            session.flush();
        } catch (PersistenceException failed) {
            // As a commit would say it, which HAPI understands: a lost race is answered with 409, not with 500.
            var dialect = ((EntityManagerFactoryInfo) entityManagers).getJpaDialect();
            throw dialect == null ? failed : DataAccessUtils.translateIfNecessary(failed, dialect);
        }
    }
}

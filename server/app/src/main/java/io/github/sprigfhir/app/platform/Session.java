package io.github.sprigfhir.app.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.stereotype.Component;

/** Hibernate's session of the current transaction, for the few things that HAPI's DAOs do not do. */
@Component
class Session {

    private final EntityManagerFactory entityManagers;

    Session(EntityManagerFactory entityManagers) {
        this.entityManagers = entityManagers;
    }

    /** Puts into the database what Hibernate still holds back, and so takes the locks of all that is changed. */
    void flush() {
        inSession(EntityManager::flush);
    }

    /** Forgets what was read: it is read anew from the database. */
    void forget() {
        inSession(session -> {
            session.flush();
            session.clear();
        });
    }

    /** Waits until no other transaction holds the lock of that name, and holds it to the end of this one. */
    void lock(String name) {
        inSession(session -> session.createNativeQuery(
                        "select pg_advisory_xact_lock(hashtextextended(:name, 0))", Object.class)
                .setParameter("name", name)
                // A flush would lock rows, and whoever holds the lock may be waiting for them.
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult());
    }

    /** As {@link #lock}, of several names, each in its order. */
    void lockAll(List<String> names) {
        inSession(session -> session.createNativeQuery(
                        "select pg_advisory_xact_lock(hashtextextended(name, 0))"
                                + " from unnest(string_to_array(:names, chr(31))) as due(name)",
                        Object.class)
                .setParameter("names", String.join("\u001f", names))
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList());
    }

    /** Reads the database as it is, and leaves for later what Hibernate still holds back. */
    <T> T withoutFlush(Supplier<T> reads) {
        var session = Objects.requireNonNull(EntityManagerFactoryUtils.getTransactionalEntityManager(entityManagers));
        var usual = session.getFlushMode();
        session.setFlushMode(FlushModeType.COMMIT);
        try {
            return reads.get();
        } finally {
            session.setFlushMode(usual);
        }
    }

    /** As a commit would say it, which HAPI understands: a lost race is answered with 409, not with 500. */
    private void inSession(Consumer<EntityManager> work) {
        var session = EntityManagerFactoryUtils.getTransactionalEntityManager(entityManagers);
        try {
            work.accept(Objects.requireNonNull(session));
        } catch (PersistenceException failed) {
            var dialect = ((EntityManagerFactoryInfo) entityManagers).getJpaDialect();
            throw dialect == null ? failed : DataAccessUtils.translateIfNecessary(failed, dialect);
        }
    }
}

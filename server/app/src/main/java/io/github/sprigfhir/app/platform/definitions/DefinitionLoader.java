package io.github.sprigfhir.app.platform.definitions;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import io.github.sprigfhir.app.platform.ResourceTypes;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Stores the definitions where clients can read them, the FHIR package's and what the operator offers besides, once for
 * each of what they are together: the digest of what was last stored is kept beside HAPI's tables. Runs before the server
 * says that it is ready.
 */
@Component
class DefinitionLoader implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DefinitionLoader.class);

    private final Offered offered;
    private final IFhirSystemDao<Bundle, Meta> store;
    private final ISearchParamRegistry searchParams;
    private final JpaStorageSettings settings;
    private final DataSource database;

    DefinitionLoader(
            Offered offered,
            IFhirSystemDao<Bundle, Meta> store,
            ISearchParamRegistry searchParams,
            JpaStorageSettings settings,
            DataSource database) {
        this.offered = offered;
        this.store = store;
        this.searchParams = searchParams;
        this.settings = settings;
        this.database = database;
    }

    @Override
    public void run(ApplicationArguments arguments) throws SQLException {
        var stored = storedDigest();
        if (offered.digest().equals(stored)) {
            return;
        }
        var transaction = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        offered.definitions()
                .filter(definition -> ResourceTypes.DEFINITIONS.contains(definition.fhirType()))
                .forEach(definition -> transaction
                        .addEntry()
                        .setResource(definition.copy())
                        .getRequest()
                        .setMethod(Bundle.HTTPVerb.PUT)
                        .setUrl(definition.fhirType() + "/" + definition.getIdPart()));
        if (!stored.isEmpty()) {
            offered.withheld().forEach(address -> transaction
                    .addEntry()
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.DELETE)
                    .setUrl(address));
        }
        // On a new store there is nothing that a search parameter could be indexed for.
        settings.setMarkResourcesForReindexingUponSearchParameterChange(!stored.isEmpty());
        store.transaction(new SystemRequestDetails(), transaction);
        searchParams.forceRefresh();
        rememberDigest();
        LOG.info("Stored {} definitions", transaction.getEntry().size());
    }

    private String storedDigest() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists sprig_package (digest varchar(64) not null)");
            try (var row = statement.executeQuery("select digest from sprig_package")) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private void rememberDigest() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement();
                    var insert = connection.prepareStatement("insert into sprig_package values (?)")) {
                statement.execute("delete from sprig_package");
                insert.setString(1, offered.digest());
                insert.executeUpdate();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}

package io.github.sprigfhir.app.access.circle;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.access.Holding;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.ResourceType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The labels as they are stored: security labels in HAPI's own tables of tags, so that HAPI searches by them and reads
 * them with the resource. Written here by set, in the current transaction: through HAPI's DAOs each would cost a read, a
 * write and perhaps a version.
 */
@Component
class LabelTable {

    /** HAPI's {@code TagTypeEnum.SECURITY_LABEL}. */
    private static final String OURS = "d.tag_type = 2 and d.tag_system = '" + Marks.SYSTEM + "'";

    /** The Provenances that are given, or target something that is, with the labels that all their targets share. */
    private static final String PROVENANCES = """
            with changed as (
                select r.res_id, r.res_type from unnest(?::text[], ?::text[]) as due(type, id)
                    join hfj_resource r on r.res_type = due.type and r.fhir_id = due.id),
            provenance as (
                select l.src_resource_id as id from hfj_res_link l
                    join changed c on c.res_id = l.target_resource_id where l.src_path = 'Provenance.target'
                union select res_id from changed where res_type = 'Provenance'),
            target as (
                select distinct p.id, l.target_resource_id as res_id from provenance p
                    join hfj_res_link l on l.src_resource_id = p.id and l.src_path = 'Provenance.target'
                    where l.target_resource_type = any(?)),
            shared as (
                select t.id, rt.tag_id from target t
                    join hfj_res_tag rt on rt.res_id = t.res_id
                    join hfj_tag_def d on d.tag_id = rt.tag_id and %s and d.tag_code not like 'by.%%'
                    group by t.id, rt.tag_id
                    having count(distinct t.res_id) = (select count(*) from target all_of where all_of.id = t.id))
            """.formatted(OURS);

    private static final long NO_KEY = -1;

    private final JdbcClient database;
    private final Store store;
    private final Map<String, Long> known = new ConcurrentHashMap<>();

    LabelTable(DataSource database, Store store) {
        this.database = JdbcClient.create(database);
        this.store = store;
    }

    /** The key of a code's definition; one that no resource has where the code was never used. */
    long keyOf(String code) {
        var id = known.get(code);
        return id == null ? stored(code).orElse(NO_KEY) : id;
    }

    /** The codes on each of the resources; one that is not there is left out, one without codes is not. */
    Map<Address, Set<String>> codesOf(Collection<Address> addresses) {
        var found = new HashMap<Address, Set<String>>();
        if (addresses.isEmpty()) {
            return found;
        }
        database.sql("""
                        select r.res_type, r.fhir_id, d.tag_code
                        from unnest(?::text[], ?::text[]) as due(type, id)
                            join hfj_resource r on r.res_type = due.type and r.fhir_id = due.id
                            left join (hfj_res_tag rt join hfj_tag_def d on d.tag_id = rt.tag_id and %s)
                                on rt.res_id = r.res_id
                        """.formatted(OURS))
                .params(types(addresses), ids(addresses))
                .query(row -> {
                    var codes = found.computeIfAbsent(
                            new Address(row.getString(1), row.getString(2)), address -> new HashSet<>());
                    if (row.getString(3) != null) {
                        codes.add(row.getString(3));
                    }
                });
        return found;
    }

    /** Gives resources codes that they may have already, and takes none away. */
    void add(Map<Address, Set<String>> codes) {
        if (codes.isEmpty()) {
            return;
        }
        store.flush();
        insert(codes);
    }

    /** Makes these the codes of the resources: what they have besides goes. */
    void set(Map<Address, Set<String>> codes) {
        if (codes.isEmpty()) {
            return;
        }
        store.flush();
        var due = new Rows(codes, this::idOf);
        database.sql("""
                        delete from hfj_res_tag rt using unnest(?::text[], ?::text[]) as labelled(type, id),
                            hfj_resource r, hfj_tag_def d
                        where r.res_type = labelled.type and r.fhir_id = labelled.id and rt.res_id = r.res_id
                            and d.tag_id = rt.tag_id and %s
                            and not exists (select 1 from unnest(?::text[], ?::text[], ?::bigint[]) as due(type, id, tag)
                                where due.type = r.res_type and due.id = r.fhir_id and due.tag = rt.tag_id)
                        """.formatted(OURS))
                .params(types(codes.keySet()), ids(codes.keySet()), due.types(), due.ids(), due.tags())
                .update();
        insert(codes);
    }

    /**
     * Gives every Provenance that is given, or targets one of the resources, the labels that all its targets share, and
     * no others.
     */
    void share(Collection<Address> changed) {
        if (changed.isEmpty()) {
            return;
        }
        store.flush();
        database.sql(PROVENANCES + """
                        delete from hfj_res_tag rt using provenance p, hfj_tag_def d
                        where rt.res_id = p.id and d.tag_id = rt.tag_id and %s
                            and not exists (select 1 from shared s where s.id = p.id and s.tag_id = rt.tag_id)
                        """.formatted(OURS))
                .params(types(changed), ids(changed), ofPeople())
                .update();
        database.sql(PROVENANCES + """
                        insert into hfj_res_tag (pid, partition_id, partition_date, tag_id, res_type, res_type_id, res_id)
                        select nextval('seq_restag_id'), r.partition_id, r.partition_date, s.tag_id, r.res_type,
                            r.res_type_id, r.res_id
                        from shared s join hfj_resource r on r.res_id = s.id
                        on conflict do nothing
                        """)
                .params(types(changed), ids(changed), ofPeople())
                .update();
    }

    /** HAPI reads the tags only of resources that it has marked as having some. */
    private void insert(Map<Address, Set<String>> codes) {
        var due = new Rows(codes, this::idOf);
        if (due.isEmpty()) {
            return;
        }
        database.sql("""
                        with due as (
                            select r.*, due.tag from unnest(?::text[], ?::text[], ?::bigint[]) as due(type, id, tag)
                                join hfj_resource r on r.res_type = due.type and r.fhir_id = due.id),
                        marked as (
                            update hfj_resource r set has_tags = true from due
                                where r.res_id = due.res_id and not r.has_tags)
                        insert into hfj_res_tag (pid, partition_id, partition_date, tag_id, res_type, res_type_id, res_id)
                        select nextval('seq_restag_id'), partition_id, partition_date, tag, res_type, res_type_id, res_id
                        from due
                        on conflict do nothing
                        """).params(due.types(), due.ids(), due.tags()).update();
    }

    /**
     * The definition of a code, made on its first use. Two first uses at once wait for each other; it is remembered when
     * it is committed.
     */
    private long idOf(String code) {
        var id = known.get(code);
        return id == null ? defined(code) : id;
    }

    private long defined(String code) {
        store.awaitTurn(Marks.SYSTEM + "|" + code);
        var id = stored(code).orElseGet(() -> database.sql("""
                                insert into hfj_tag_def (tag_id, tag_type, tag_system, tag_code)
                                values (nextval('seq_tagdef_id'), 2, ?, ?) returning tag_id
                                """)
                .params(Marks.SYSTEM, code)
                .query(Long.class)
                .single());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.put(code, id);
            }
        });
        return id;
    }

    private Optional<Long> stored(String code) {
        return database.sql("select d.tag_id from hfj_tag_def d where " + OURS
                        + " and d.tag_code = ? order by d.tag_id limit 1")
                .param(code)
                .query(Long.class)
                .optional();
    }

    private static String[] ofPeople() {
        return Arrays.stream(ResourceType.values())
                .map(ResourceType::name)
                .filter(type -> Holding.of(type) == Holding.PEOPLE)
                .toArray(String[]::new);
    }

    private static String[] types(Collection<Address> addresses) {
        return addresses.stream().map(Address::type).toArray(String[]::new);
    }

    private static String[] ids(Collection<Address> addresses) {
        return addresses.stream().map(Address::id).toArray(String[]::new);
    }
}

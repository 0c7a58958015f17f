-- Makes copies of the episodes with scores of the PHQ-9 until there are %1$d: the people, their referrals, answers and
-- Observations, straight into HAPI's tables and ours, with the labels of whoever sees them. A copy has the id of its model,
-- a full stop and its number. The index that keeps identifiers unique, and records that searches of outcomes do not read,
-- are left out. All or nothing, in one transaction: indexes are dropped and made anew, which is many times quicker than
-- keeping them.
set local statement_timeout = 0;
set local session_replication_role = replica;
set local synchronous_commit = off;
set local work_mem = '64MB';
set local maintenance_work_mem = '512MB';

create temporary table model_person on commit drop as
    select row_number() over (order by res_id) - 1 as model, res_id from (
        select distinct l.target_resource_id as res_id
        from sprig_score s
            join hfj_resource r on r.res_type = 'Observation' and r.fhir_id = s.id
            join hfj_res_link l on l.src_resource_id = r.res_id and l.src_path = 'Observation.subject'
        where s.measure = 'http://snomed.info/sct|720433000' and s.id not like '%%.%%') people;
create temporary table model on commit drop as
    select m.model, r.res_id, r.fhir_id, r.res_ver, row_number() over (order by m.model, r.res_id) as place
    from (select model, res_id from model_person
            union select p.model, l.src_resource_id from model_person p
                join hfj_res_link l on l.target_resource_id = p.res_id
                    and l.source_resource_type in ('ServiceRequest', 'QuestionnaireResponse', 'Observation')) m
        join hfj_resource r using (res_id)
    where r.res_deleted_at is null;
create unique index on model (res_id);
create unique index on model (fhir_id);
create index on model (model);
-- The texts of the models, with a mark where the number of the copy goes.
create temporary table template on commit drop as
    select m.res_id, regexp_replace(v.res_text_vc, '"((Patient|ServiceRequest|QuestionnaireResponse|Observation|Flag|Consent'
        || '|Task)/[0-9a-f-]{36})', '"\1' || chr(1), 'g') as text
    from model m join hfj_res_ver v using (res_id, res_ver);
analyze model, template;

-- Where ids begin: past those that a running server has taken from the sequence and not used yet.
create function pg_temp.beyond(sequence text) returns bigint language plpgsql as $$
declare reached bigint;
begin
    execute format('select last_value + 1000 from %%I', sequence) into reached;
    return reached;
end $$;
create temporary table beginning on commit drop as select
    (select count(*) from sprig_episode where id like '%%.%%') as copies,
    (select count(*) from model_person) as models,
    (select count(*) from model) as rows,
    pg_temp.beyond('seq_resource_id') as res_id;

-- The key of the copy number g of what has this key; what is no copy's keeps its own.
create function pg_temp.copied(key text, g text) returns text language sql as $$
    select format('(select res_id from beginning) + %%2$s * (select rows from beginning) + %%1$s', key, g)
$$;

-- Copies the rows of a table that belong to the models, with some columns as these expressions say.
create procedure pg_temp.copy_rows(target text, own text, sequence text, belongs text, joins text, changed jsonb, wanted int)
language plpgsql as $$
declare
    columns text;
    expressions text;
    made text[];
    one text;
    begun timestamptz := clock_timestamp();
    many bigint;
begin
    if sequence <> '' then
        changed := changed || jsonb_build_object(own, format('%%s + row_number() over ()', pg_temp.beyond(sequence)));
    end if;
    select string_agg(quote_ident(column_name), ', ' order by ordinal_position),
        string_agg(coalesce(changed ->> column_name, 'x.' || quote_ident(column_name)), ', ' order by ordinal_position)
        into columns, expressions
        from information_schema.columns where table_schema = 'public' and table_name = target;
    select array_agg(indexdef) into made from pg_indexes i
        where tablename = target and schemaname = 'public'
            and not exists (select 1 from pg_constraint c where c.conname = i.indexname);
    for one in select indexname from pg_indexes i where tablename = target and schemaname = 'public'
            and not exists (select 1 from pg_constraint c where c.conname = i.indexname) loop
        execute format('drop index %%I', one);
    end loop;
    execute format('insert into %%I (%%s) select %%s from generate_series(1, %%s) h
            cross join lateral (select h + (select copies from beginning) as g offset 0) n
            join model m on m.model = mod(n.g, (select models from beginning))
            join %%I x on %%s %%s',
        target, columns, expressions, wanted - (select copies from beginning), target, belongs, joins);
    get diagnostics many = row_count;
    foreach one in array coalesce(made, '{}') loop
        execute one;
    end loop;
    if sequence <> '' then
        execute format('select setval(%%L, (select max(%%I) from %%I) + 1000)', sequence, own, target);
    end if;
    raise notice '%% rows of %% in %% s', many, target, round(extract(epoch from clock_timestamp() - begun));
end $$;

do $$
declare
    wanted int := %1$d;
    number text := pg_temp.copied('m.place', 'n.g');
    named text := 'm.fhir_id || ''.'' || n.g';
    indexed text;
begin
    call pg_temp.copy_rows('hfj_resource', 'res_id', '', 'x.res_id = m.res_id', '',
        jsonb_build_object('res_id', number, 'fhir_id', named), wanted);
    call pg_temp.copy_rows('hfj_res_ver', 'pid', 'seq_resource_history_id',
        'x.res_id = m.res_id and x.res_ver = m.res_ver', 'join template t on t.res_id = m.res_id',
        jsonb_build_object('res_id', number, 'res_text_vc', 'replace(t.text, chr(1), ''.'' || n.g)'), wanted);
    foreach indexed in array array['date', 'quantity', 'string', 'token', 'uri'] loop
        call pg_temp.copy_rows('hfj_spidx_' || indexed, 'sp_id', 'seq_spidx_' || indexed, 'x.res_id = m.res_id', '',
            jsonb_build_object('res_id', number), wanted);
    end loop;
    call pg_temp.copy_rows('hfj_res_link', 'pid', 'seq_reslink_id', 'x.src_resource_id = m.res_id',
        'left join model t on t.res_id = x.target_resource_id',
        jsonb_build_object('src_resource_id', number,
            'target_resource_id', format('coalesce(%%s, x.target_resource_id)', pg_temp.copied('t.place', 'n.g'))),
        wanted);
    call pg_temp.copy_rows('hfj_res_tag', 'pid', 'seq_restag_id', 'x.res_id = m.res_id', '',
        jsonb_build_object('res_id', number), wanted);
    call pg_temp.copy_rows('sprig_episode', 'id', '', 'x.id = m.fhir_id', '', jsonb_build_object('id', named), wanted);
    call pg_temp.copy_rows('sprig_score', 'id', '', 'x.id = m.fhir_id', '',
        jsonb_build_object('id', named, 'episode', 'x.episode || ''.'' || n.g'), wanted);
    call pg_temp.copy_rows('sprig_pair', 'episode', '', 'x.episode = m.fhir_id', '',
        jsonb_build_object('episode', named), wanted);
    call pg_temp.copy_rows('sprig_change', 'id', '', 'x.id = m.fhir_id', '',
        jsonb_build_object('id', named, 'first', 'x.first || ''.'' || n.g'), wanted);
    call pg_temp.copy_rows('sprig_item', 'id', '', 'x.id = m.fhir_id', '', jsonb_build_object('id', named), wanted);
    perform setval('seq_resource_id', (select max(res_id) from hfj_resource) + 1000);
end $$;

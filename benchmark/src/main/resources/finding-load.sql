-- Makes %1$d copies of the services that lie at 54.123456|-2.654321, spread over Great Britain: each around one of forty
-- towns, as many as its people, most within 8 km. Straight into HAPI's tables and the index, since only finding is
-- measured; HAPI's own search indexes do not know the copies.
set statement_timeout = 0;
create temporary table town (name text, latitude float8, longitude float8, people float8, upto float8);
insert into town (name, latitude, longitude, people) values
    ('london', 51.51, -0.13, 8800), ('birmingham', 52.48, -1.90, 1150), ('leeds', 53.80, -1.55, 810),
    ('glasgow', 55.86, -4.25, 635), ('sheffield', 53.38, -1.47, 556), ('manchester', 53.48, -2.24, 552),
    ('bradford', 53.79, -1.75, 546), ('edinburgh', 55.95, -3.19, 527), ('liverpool', 53.41, -2.98, 486),
    ('bristol', 51.45, -2.59, 472), ('cardiff', 51.48, -3.18, 362), ('leicester', 52.64, -1.13, 369),
    ('coventry', 52.41, -1.51, 345), ('nottingham', 52.95, -1.15, 324), ('newcastle', 54.98, -1.61, 300),
    ('hull', 53.74, -0.33, 267), ('stoke', 53.00, -2.18, 258), ('plymouth', 50.37, -4.14, 265),
    ('derby', 52.92, -1.48, 261), ('southampton', 50.90, -1.40, 249), ('swansea', 51.62, -3.94, 238),
    ('aberdeen', 57.15, -2.09, 228), ('portsmouth', 50.80, -1.09, 208), ('york', 53.96, -1.08, 203),
    ('norwich', 52.63, 1.30, 144), ('dundee', 56.46, -2.97, 148), ('ipswich', 52.06, 1.15, 139),
    ('exeter', 50.72, -3.53, 131), ('gloucester', 51.86, -2.24, 132), ('cambridge', 52.21, 0.12, 146),
    ('wrexham', 53.05, -2.99, 65), ('carlisle', 54.89, -2.93, 75), ('inverness', 57.48, -4.22, 47),
    ('bangor', 53.23, -4.13, 18), ('aberystwyth', 52.42, -4.08, 15), ('penzance', 50.12, -5.54, 21),
    ('berwick', 55.77, -2.00, 13), ('kendal', 54.33, -2.75, 29), ('fortwilliam', 56.82, -5.11, 10),
    ('stornoway', 58.21, -6.39, 8);
update town t set upto = (select sum(people) from town u where u.name <= t.name);
create temporary table model as
    select row_number() over (order by s.number) - 1 as model, s.*, r.res_id
    from sprig_service s join hfj_resource r on r.fhir_id = s.id and r.res_type = 'HealthcareService'
    where s.entry like '%%54.123456%%';
create temporary table copy as
    select g, d.number + g as number, d.pid + g as pid, d.version + g as version,
        'bench-' || d.number || '-' || g as id, m.model, t.name,
        round((t.latitude + 0.072 * sqrt(-2 * ln(1 - u1)) * cos(6.2831853 * u2))::numeric, 6) as latitude,
        round((t.longitude + 0.117 * sqrt(-2 * ln(1 - u1)) * sin(6.2831853 * u2))::numeric, 6) as longitude
    from (select g, random() as u1, random() as u2, random() * (select max(upto) from town) as u3
            from generate_series(1, %1$d) g) r
        cross join (select (select max(number) from sprig_service) as number,
            -- Past what a running server has taken from the sequences and not used yet.
            (select last_value + 1000 from seq_resource_id) as pid,
            (select last_value + 1000 from seq_resource_history_id) as version) d
        join lateral (select * from town where upto >= u3 order by upto limit 1) t on true
        join model m on m.model = g %% (select count(*) from model);
insert into hfj_resource
    select (jsonb_populate_record(null::hfj_resource,
        to_jsonb(r) || jsonb_build_object('res_id', c.pid, 'fhir_id', c.id))).*
    from copy c join model m using (model) join hfj_resource r on r.res_id = m.res_id;
insert into hfj_res_ver
    select (jsonb_populate_record(null::hfj_res_ver,
        to_jsonb(v) || jsonb_build_object('pid', c.version, 'res_id', c.pid))).*
    from copy c join model m using (model) join hfj_res_ver v on v.res_id = m.res_id;
insert into sprig_service (number, id, refs, entry, words) overriding system value
    select c.number, c.id, m.refs,
        replace(replace(replace(m.entry, m.id, c.id), '54.123456', c.latitude::text), '-2.654321', c.longitude::text),
        m.words || to_tsvector('simple', c.name)
    from copy c join model m using (model);
insert into sprig_service_at
    select c.number, a.need, a.place,
        case when a.at is null then null else point(
            6371008.8 * ln((1 + sine) / (1 - sine)) / 2 + a.need * 2e7,
            6371008.8 * atan2(tan(radians(latitude)), cos(radians(longitude + 2)))) end,
        a.confirmed - c.g %% 5000 * interval '1 hour', a.age_low, a.age_high, a.level, a.tags, a.week
    from (select *, cos(radians(latitude)) * sin(radians(longitude + 2)) as sine from copy) c
        join model m using (model) join sprig_service_at a on a.number = m.number
    order by random();
insert into sprig_service_word select name from town on conflict do nothing;
select setval('seq_resource_id', (select max(res_id) from hfj_resource) + 1000);
select setval('seq_resource_history_id', (select max(pid) from hfj_res_ver) + 1000);
select setval(pg_get_serial_sequence('sprig_service', 'number'), (select max(number) from sprig_service));

-- The index of services that can be found: made from the FHIR records, and made anew from them when its version is old.
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137005);
create table if not exists sprig_finding_version (version integer not null);
-- One row for each community service that is active: everything it is judged by, and the words it is found by.
create table if not exists sprig_service (
    number integer generated always as identity primary key,
    id varchar(64) not null unique,
    refs text[] not null,
    entry text not null,
    words tsvector not null
);
create index if not exists sprig_service_refs on sprig_service using gin (refs);
create index if not exists sprig_service_words on sprig_service using gin (words);
-- One row for each place of a service and each need that it serves, and one for every need (need = 0). The needs lie
-- side by side on one map, 20,000 km apart, so that the nearest places of one need are read off an index of points; and
-- all that services are sorted out by is in the index, so that no table is read for those that are not wanted.
-- place 0 is a service's first; "at" is null where it has no place, or can be used from home (place -1).
create table if not exists sprig_service_at (
    number integer not null references sprig_service on delete cascade,
    need integer not null,
    place smallint not null,
    at point,
    confirmed timestamptz,
    age_low smallint not null,
    age_high smallint not null,
    level smallint not null,
    tags integer[] not null,
    week int4multirange not null
);
create index if not exists sprig_service_at_number on sprig_service_at (number);
create index if not exists sprig_service_at_near on sprig_service_at using gist (at)
    include (number, age_low, age_high, level, tags, week);
create index if not exists sprig_service_at_confirmed on sprig_service_at (need, confirmed desc nulls last, number)
    include (place, at, age_low, age_high, level, tags, week);
-- Every word that a service was ever found by, to mend misspelt ones.
create table if not exists sprig_service_word (word varchar(40) primary key);
create table if not exists sprig_postcode_file (name varchar(400) primary key, digest varchar(80) not null);
create table if not exists sprig_postcode (
    postcode varchar(8) primary key,
    latitude double precision not null,
    longitude double precision not null,
    areas text[] not null,
    ended date
);
-- The rank of its small area in the country's index of deprivation, 1 the most deprived.
alter table sprig_postcode add column if not exists imd integer;

-- Editions of code systems that the operator has loaded (ADR 21).
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137016);
create table if not exists sprig_edition (
    number integer generated always as identity primary key,
    -- The version as FHIR names it, such as http://snomed.info/sct/83821000000107/version/20260401.
    version varchar(200) not null,
    -- By which the release that it is made of is known again.
    digest varchar(200) not null,
    began timestamptz not null default now(),
    -- From when on it is asked; until then it is being loaded.
    loaded timestamptz,
    concepts integer,
    inactive integer,
    reference_sets integer
);
-- Which files of an edition have been read, so that loading goes on where it was stopped.
create table if not exists sprig_edition_file (
    edition integer not null references sprig_edition on delete cascade,
    name varchar(400) not null,
    lines bigint not null,
    kept bigint not null,
    primary key (edition, name)
);

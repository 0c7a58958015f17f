-- Exports of research projects, and what they hold until they are over (ADR 18).
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137015);
create table if not exists sprig_export (
    id uuid primary key,
    project varchar(40) not null,
    -- The release that was the current one.
    release bigint not null,
    partition integer not null,
    -- The address that was asked, as it is told again.
    request text not null,
    types text[] not null,
    -- Searches as Type?parameters; one of those of a type must fit.
    filters text[] not null,
    -- As Type.element; all there are where there is none.
    elements text[] not null,
    since timestamptz,
    asked timestamptz not null,
    -- The types of which all is written.
    written text[] not null default '{}',
    ended timestamptz,
    -- How many times it broke off.
    broke_off integer not null default 0,
    -- In words that may be told, where it could not be finished.
    failed text
);
create table if not exists sprig_export_part (
    export uuid not null references sprig_export (id) on delete cascade,
    type varchar(40) not null,
    number integer not null,
    -- HAPI's keys of the resources, and each of them as a line of JSON.
    keys bigint[] not null,
    lines text[] not null,
    -- The last key that was looked at, whether its resource was still there or not.
    reached bigint not null,
    primary key (export, type, number)
);

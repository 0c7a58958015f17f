-- Exports, and what they hold until they are over (ADR 18).
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137015);
create table if not exists sprig_export (
    id uuid primary key,
    -- Empty, and release 0, where it is of the records themselves.
    project varchar(40) not null,
    release bigint not null,
    partition integer not null,
    -- All that was changed by then is in it.
    up_to timestamptz not null,
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
-- What it holds: each resource as a line of JSON. A line goes with its resource, in the same transaction, and no part of
-- an export can be written past somebody's removal.
create table if not exists sprig_export_line (
    export uuid not null references sprig_export (id) on delete cascade,
    type varchar(40) not null,
    -- HAPI's key of the resource.
    key bigint not null references hfj_resource (res_id) on delete cascade,
    line text not null,
    primary key (export, type, key)
);
create index if not exists sprig_export_line_key on sprig_export_line (key);

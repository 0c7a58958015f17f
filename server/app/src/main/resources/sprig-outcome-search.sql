-- What outcomes are searched by that HAPI has no index for: what became of the person since the first score of an episode,
-- and the answer to each item. Written in the transactions that change the records; a row is of an Observation, by its id.
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137012);
create table if not exists sprig_change (
    id varchar(64) primary key,
    -- A code of the code system outcome-change.
    kind varchar(24) not null,
    -- The Observation that it is compared with.
    first varchar(64) not null
);
create index if not exists sprig_change_kind on sprig_change (kind, id);
-- What became of somebody in one episode by one measure: the first score and the last, for reports. A score without another
-- is both.
create table if not exists sprig_pair (
    episode varchar(64) not null,
    -- The code of what was measured, as system|code.
    measure varchar(200) not null,
    first double precision not null,
    last double precision not null,
    scores integer not null,
    primary key (episode, measure)
);
create table if not exists sprig_item (
    id varchar(64) not null,
    system text not null,
    code varchar(128) not null,
    value numeric not null,
    primary key (id, code, system)
);
create index if not exists sprig_item_code on sprig_item (code, value, id);

-- Needs for which there was no service: one row for each Observation that stands, with its day in London, the category
-- of the need and the area in which the person lives. Nothing here leads to a person but through the Observation.
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137007);
create table if not exists sprig_unmet (
    observation varchar(64) primary key,
    day date not null,
    need varchar(64) not null,
    area varchar(16) not null
);
create index if not exists sprig_unmet_day on sprig_unmet (day, need, area);

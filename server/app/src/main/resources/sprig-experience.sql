-- How people rated the services that they were handed over to: one row for each answer that stands, with its day in
-- London. Nothing here leads to a person but through the answer, and no comment is held.
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137008);
create table if not exists sprig_experience (
    response varchar(64) primary key,
    service varchar(64) not null,
    day date not null,
    rating smallint not null,
    recommends boolean
);
create index if not exists sprig_experience_service on sprig_experience (service, day);

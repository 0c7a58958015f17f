-- What handovers have been counted as by the services that they went to, and when time alone next changes something in
-- the directory: a capacity that gets too old, evidence that runs out. One row for each resource for which it will.
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137006);
create table if not exists sprig_capacity_held (
    request varchar(80) not null,
    service varchar(80) not null,
    task varchar(80) not null,
    place boolean not null,
    queued boolean not null,
    primary key (request, service)
);
create index if not exists sprig_capacity_held_task on sprig_capacity_held (task);
create index if not exists sprig_capacity_held_service on sprig_capacity_held (service);
create table if not exists sprig_directory_due (
    entry varchar(80) primary key,
    due timestamptz not null
);
create index if not exists sprig_directory_due_due on sprig_directory_due (due);

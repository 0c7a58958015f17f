-- The outbox: who is to be told (one row for each Subscription) and what they have not yet been told.
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137001);
create table if not exists sprig_subscription (
    id varchar(64) primary key,
    topic varchar(20) not null,
    part varchar(20) not null,
    party varchar(120) not null,
    address varchar(1000) not null,
    content varchar(20) not null,
    standing varchar(20) not null,
    events bigint not null default 0,
    failures integer not null default 0,
    failing_since timestamptz,
    due timestamptz not null default now(),
    claimed_by varchar(40),
    claimed_until timestamptz
);
create table if not exists sprig_notification (
    subscription varchar(64) not null references sprig_subscription on delete cascade,
    event bigint not null,
    focus varchar(120) not null,
    correlation uuid,
    occurred timestamptz not null,
    failures integer not null default 0,
    failing_since timestamptz,
    due timestamptz not null default now(),
    primary key (subscription, event)
);
-- A table that was made before it had the column; a role that does not own the table finds it there.
do $$ begin
    if not exists (select from information_schema.columns
        where table_schema = current_schema() and table_name = 'sprig_notification' and column_name = 'correlation') then
        alter table sprig_notification add column correlation uuid;
    end if;
end $$;
create index if not exists sprig_notification_focus on sprig_notification (subscription, focus, event);

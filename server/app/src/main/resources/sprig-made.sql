-- Which tables of ours have been made of what was on record: whoever deletes a row has that one made at the next start.
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137013);
create table if not exists sprig_made (
    name varchar(64) primary key,
    at timestamptz not null default now()
);

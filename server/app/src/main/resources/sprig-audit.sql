-- The audit: one row for each act, and seals that show whether the rows are still what was written. Nothing is ever
-- changed or deleted here; whoever must remove old rows does it as the owner of the tables (docs/operating.md).
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137009);
create sequence if not exists sprig_audit_number;
create table if not exists sprig_audit (
    id bigint primary key,
    recorded timestamptz not null,
    interaction varchar(30) not null,
    outcome smallint not null,
    status smallint,
    times integer not null default 1,
    rules text[] not null default '{}',
    client text,
    role text,
    organisation text,
    agent text,
    purpose text,
    reason text,
    address text,
    request uuid,
    correlation uuid,
    type text,
    query text,
    entities text[] not null default '{}',
    patients text[] not null default '{}',
    refs text[] not null default '{}'
);
-- Few and cheap, since every request pays for them: refs holds the people, the resources, the agents and the client.
create index if not exists sprig_audit_recorded on sprig_audit using brin (recorded);
create index if not exists sprig_audit_refs on sprig_audit using gin (refs);
create index if not exists sprig_audit_not_done on sprig_audit (outcome, id) where outcome > 0;
create table if not exists sprig_audit_seal (
    number bigint primary key,
    previous bytea not null,
    settled bigint not null,
    ids bigint[] not null,
    digests bytea not null,
    hash bytea not null,
    sealed timestamptz not null
);
-- By the highest number under a seal, which is its last.
create index if not exists sprig_audit_seal_highest on sprig_audit_seal ((ids[cardinality(ids)]));
-- The database, not the writer, says the number and the time. A transaction has its own id before it takes a number, so
-- that the sealer can tell when nobody can be about to commit a lower number any more.
create or replace function sprig_audit_number() returns trigger language plpgsql as $$
begin
    perform pg_current_xact_id();
    new.id := nextval('sprig_audit_number');
    new.recorded := clock_timestamp();
    return new;
end $$;
create or replace function sprig_audit_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is never changed';
end $$;
create or replace trigger sprig_audit_number before insert on sprig_audit
    for each row execute function sprig_audit_number();
create or replace trigger sprig_audit_stays before update or delete or truncate on sprig_audit
    for each statement execute function sprig_audit_stays();
create or replace trigger sprig_audit_seal_stays before update or delete or truncate on sprig_audit_seal
    for each statement execute function sprig_audit_stays();

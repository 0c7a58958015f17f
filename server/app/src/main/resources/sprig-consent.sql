-- When time alone next changes what a person's consents allow; one row for each person for whom it will.
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137002);
create table if not exists sprig_consent_due (
    person varchar(80) primary key,
    due timestamptz not null
);
create index if not exists sprig_consent_due_due on sprig_consent_due (due);

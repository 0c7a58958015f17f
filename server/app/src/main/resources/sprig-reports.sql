-- Reports as they were told the first time: whoever asks again gets the same, so that no two can be compared.
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137012);
create table if not exists sprig_report (
    -- The id of the Measure.
    measure varchar(64) not null,
    first_day date not null,
    last_day date not null,
    -- The id of the service that it is about; empty where it is about everything.
    service varchar(64) not null,
    -- The MeasureReport as JSON.
    report text not null,
    primary key (measure, first_day, last_day, service)
);

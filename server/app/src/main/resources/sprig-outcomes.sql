-- What outcomes are counted by: a row for each episode that a referral began, and one for each score that stands.
-- Written in the transactions that change the records, so that a report is a question to these two and reads no resource.
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137011);
create table if not exists sprig_episode (
    -- The referral's id.
    id varchar(64) primary key,
    begun date not null,
    -- The day on which it was completed or given up; none while it goes on.
    ended date,
    -- Years when it began.
    age smallint,
    sex varchar(16),
    ethnicity varchar(16),
    needs text[] not null,
    -- The link-worker service, and the organisation that referred, by their ids.
    provider varchar(64),
    referrer varchar(64)
);
create index if not exists sprig_episode_ended on sprig_episode (ended) include (id);
create table if not exists sprig_score (
    -- The Observation's id.
    id varchar(64) primary key,
    episode varchar(64) not null,
    -- The code of what was measured, as system|code.
    measure varchar(200) not null,
    taken timestamptz not null,
    value double precision not null
);
-- By episode first, so that reports read the scores of an episode in order and sort nothing.
drop index if exists sprig_score_measure;
create index if not exists sprig_score_episode on sprig_score (episode, measure, taken, id) include (value);
alter table sprig_episode add column if not exists deprivation smallint;
create table if not exists sprig_step (
    -- Of the record that says so: a request or a contact.
    id varchar(64) not null,
    -- What was a step in the course of an episode, such as a contact or the end.
    kind varchar(32) not null,
    episode varchar(64) not null,
    -- Which of its kind it was: a code, the id of a service, or a number of days.
    what varchar(64) not null,
    day date not null,
    primary key (id, kind)
);
create index if not exists sprig_step_episode on sprig_step (episode) include (kind, what, day);

-- Research projects, who takes part in them, and their releases (ADR 17).
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137014);
drop table if exists sprig_research_due, sprig_research_subject, sprig_research_release;
create table if not exists sprig_project (
    name varchar(40) primary key,
    -- The one of HAPI's partitions that its releases are in; by turns with that a million further on.
    partition integer generated always as identity (start with 1000) unique,
    -- By which the key is known again; it does not tell the key.
    key_check varchar(36) not null
);
-- People who have ever said anything about research, by their ids: whether they take part is asked of their consents.
create table if not exists sprig_research_person (
    person varchar(64) primary key,
    -- When time alone changes next what they have said.
    next timestamptz
);
create index if not exists sprig_research_person_next on sprig_research_person (next);
create table if not exists sprig_release (
    number bigint generated always as identity primary key,
    project varchar(40) not null,
    day date not null,
    partition integer not null,
    -- How many people the smallest group is of whom the same is shown; there once it is decided how finely each is.
    smallest integer,
    -- How many people are shown, and how many take part and are not.
    shown integer,
    withheld integer,
    -- From when on it was what researchers see, and when the last copy was removed.
    ended timestamptz,
    emptied timestamptz
);
create index if not exists sprig_release_project on sprig_release (project, number);
-- What those who are to be in a release could be found by, until it is finished. Here days are true: it is no part of what
-- researchers see.
create table if not exists sprig_release_subject (
    release bigint not null,
    pseudonym varchar(36) not null,
    age_band varchar(16),
    sex varchar(16),
    ethnicity varchar(16),
    area varchar(16),
    decile smallint,
    -- The type and the day of each record that has one.
    types text[] not null,
    days date[] not null,
    -- The pseudonyms of the services and organisations that their records name.
    places text[] not null,
    -- How finely they are shown: by which traits, how exactly their days, and whether with contacts; none where they are not.
    traits_shown text[],
    days_shown varchar(8),
    contacts_shown boolean,
    written boolean not null default false,
    primary key (release, pseudonym)
);
-- How many people's copies were removed, and when.
create table if not exists sprig_research_removal (
    project varchar(40) not null,
    at timestamptz not null,
    people integer not null
);

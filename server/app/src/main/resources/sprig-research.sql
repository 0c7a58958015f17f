-- Research projects, who takes part in them, and their releases (ADR 17).
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137014);
create table if not exists sprig_project (
    name varchar(40) primary key,
    -- HAPI's partition with its copies.
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
-- Of whom something has changed since the project's last release.
create table if not exists sprig_research_due (
    project varchar(40) not null,
    person varchar(64) not null,
    primary key (project, person)
);
-- What those who take part could be found by. Here days are true: it is no part of what researchers see.
create table if not exists sprig_research_subject (
    project varchar(40) not null,
    pseudonym varchar(36) not null,
    age_band varchar(16),
    sex varchar(16),
    ethnicity varchar(16),
    area varchar(16),
    decile smallint,
    days date[] not null,
    -- The pseudonyms of the services and organisations that their records name.
    places text[] not null,
    -- How their copies were made last; none where they have none.
    made text,
    primary key (project, pseudonym)
);
create table if not exists sprig_research_release (
    project varchar(40) not null,
    day date not null,
    -- How many people are shown, and how many take part and are not; those of whom the fewest share what is shown.
    shown integer,
    withheld integer,
    smallest integer,
    ended timestamptz,
    primary key (project, day)
);
-- How many people's copies were removed, and when.
create table if not exists sprig_research_removal (
    project varchar(40) not null,
    at timestamptz not null,
    people integer not null
);

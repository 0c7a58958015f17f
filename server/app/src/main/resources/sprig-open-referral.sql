-- The directory in Open Referral UK's form, beside the FHIR records and written in their transactions.
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137010);
-- What of a feed is stored where, and a digest of what it was mapped to, so that what is the same is not written again.
create table if not exists sprig_feed_source (
    feed varchar(64) not null,
    kind varchar(16) not null,
    source varchar(200) not null,
    resource varchar(80) not null,
    digest varchar(64) not null,
    primary key (feed, kind, source)
);
create index if not exists sprig_feed_source_resource on sprig_feed_source (resource);
-- Each service's document as its feed sent it.
create table if not exists sprig_feed_document (
    feed varchar(64) not null,
    source varchar(200) not null,
    resource varchar(80) not null unique,
    document json not null,
    digest varchar(64) not null,
    seen bigint not null,
    gone boolean not null default false,
    primary key (feed, source)
);
-- What is published: one row for each community service that may be shown.
create table if not exists sprig_open_referral (
    resource varchar(80) primary key,
    id varchar(200) not null unique,
    organization varchar(80) not null,
    locations varchar(80)[] not null,
    organization_id varchar(200) not null,
    lowest int,
    highest int,
    terms text[] not null,
    taxonomies text[] not null,
    words tsvector not null,
    modified timestamptz not null,
    digest varchar(64) not null,
    document json not null
);
create index if not exists sprig_open_referral_organization on sprig_open_referral (organization);
create index if not exists sprig_open_referral_locations on sprig_open_referral using gin (locations);
create index if not exists sprig_open_referral_terms on sprig_open_referral using gin (terms);
create index if not exists sprig_open_referral_words on sprig_open_referral using gin (words);
create index if not exists sprig_open_referral_modified on sprig_open_referral (modified);
create table if not exists sprig_open_referral_place (
    id varchar(200) not null,
    resource varchar(80) not null references sprig_open_referral on delete cascade,
    number int not null,
    postcode varchar(16),
    latitude double precision,
    longitude double precision,
    primary key (resource, number)
);
create index if not exists sprig_open_referral_place_id on sprig_open_referral_place (id);
create index if not exists sprig_open_referral_place_postcode on sprig_open_referral_place (postcode);
create index if not exists sprig_open_referral_place_latitude on sprig_open_referral_place (latitude);
-- The terms of all taxonomies that were ever published.
create table if not exists sprig_open_referral_term (
    id varchar(200) primary key,
    taxonomy varchar(200) not null,
    taxonomy_name text not null,
    name text not null,
    parent varchar(200),
    document json not null
);
-- What is to be imported, and what became of it. A run that is not ended is gone on with.
create table if not exists sprig_feed_run (
    id bigint generated always as identity primary key,
    feed varchar(64) not null,
    address text not null,
    content bytea,
    whole boolean not null,
    retire_all boolean not null default false,
    since timestamptz,
    asked_by text not null,
    asked timestamptz not null default now(),
    started timestamptz,
    ended timestamptz,
    standing varchar(16) not null default 'WAITING',
    reason text,
    checkpoint int not null default 0,
    created int not null default 0,
    changed int not null default 0,
    unchanged int not null default 0,
    retired int not null default 0,
    refused int not null default 0,
    findings int not null default 0
);
create index if not exists sprig_feed_run_open on sprig_feed_run (feed) where ended is null;
create table if not exists sprig_feed_finding (
    run bigint not null references sprig_feed_run on delete cascade,
    number int not null,
    source varchar(200) not null,
    remark varchar(40) not null,
    path text not null,
    text text not null,
    primary key (run, number)
);

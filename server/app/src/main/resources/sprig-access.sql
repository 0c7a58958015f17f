-- Who may ask for a token, what tokens are signed with, and what must be remembered of those given out.
-- Several servers may start at once; the lock is let go at the end of the transaction.
select pg_advisory_xact_lock(5137002);
create table if not exists sprig_client (
    id varchar(100) primary key,
    kind varchar(10) not null,
    name varchar(200) not null,
    role varchar(30) not null,
    organisation varchar(300) not null,
    scopes text not null,
    key_set text not null default '',
    key_address varchar(1000) not null default '',
    redirects text not null default '',
    demo_secret varchar(100) not null default '',
    demo boolean not null default false,
    disabled boolean not null default false,
    made timestamptz not null default now()
);
create table if not exists sprig_user (
    name varchar(100) primary key,
    password varchar(100) not null,
    role varchar(30) not null,
    organisation varchar(300) not null,
    fhir_user varchar(300) not null,
    demo boolean not null default false,
    disabled boolean not null default false,
    made timestamptz not null default now()
);
-- The newest signs; those before it are still published until the tokens they signed have ended.
create table if not exists sprig_signing_key (
    id varchar(64) primary key,
    jwk text not null,
    made timestamptz not null default now()
);
-- Assertions of clients that were used, so that none is used twice.
create table if not exists sprig_assertion (
    client varchar(100) not null,
    jti varchar(300) not null,
    expires timestamptz not null,
    primary key (client, jti)
);
-- Why the glass was broken; the token and the audit name the id.
create table if not exists sprig_broken_glass (
    id varchar(36) primary key,
    client varchar(100) not null,
    person varchar(100) not null,
    reason varchar(500) not null,
    at timestamptz not null
);
-- As Spring Authorization Server 1.5 defines it: authorisation codes and refresh tokens of users.
create table if not exists oauth2_authorization (
    id varchar(100) primary key,
    registered_client_id varchar(100) not null,
    principal_name varchar(200) not null,
    authorization_grant_type varchar(100) not null,
    authorized_scopes text,
    attributes text,
    state varchar(500),
    authorization_code_value text,
    authorization_code_issued_at timestamptz,
    authorization_code_expires_at timestamptz,
    authorization_code_metadata text,
    access_token_value text,
    access_token_issued_at timestamptz,
    access_token_expires_at timestamptz,
    access_token_metadata text,
    access_token_type varchar(100),
    access_token_scopes text,
    oidc_id_token_value text,
    oidc_id_token_issued_at timestamptz,
    oidc_id_token_expires_at timestamptz,
    oidc_id_token_metadata text,
    refresh_token_value text,
    refresh_token_issued_at timestamptz,
    refresh_token_expires_at timestamptz,
    refresh_token_metadata text,
    user_code_value text,
    user_code_issued_at timestamptz,
    user_code_expires_at timestamptz,
    user_code_metadata text,
    device_code_value text,
    device_code_issued_at timestamptz,
    device_code_expires_at timestamptz,
    device_code_metadata text
);
create index if not exists oauth2_authorization_code on oauth2_authorization (authorization_code_value);
create index if not exists oauth2_authorization_refresh on oauth2_authorization (refresh_token_value);

-- What is kept of the files of one edition; {} is the beginning of its tables' names.
create table if not exists {}_read_concept (id bigint, active boolean, since date);
create table if not exists {}_read_description (id bigint, concept bigint, language varchar(8), type bigint, term text);
create table if not exists {}_read_relationship (child bigint, parent bigint);
create table if not exists {}_read_member (set bigint, concept bigint);
create table if not exists {}_read_language (set bigint, description bigint);
create table if not exists {}_read_association (set bigint, concept bigint, target bigint);

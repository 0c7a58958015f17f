-- What is asked of one edition, made of what was read; {} is the beginning of its tables' names.
-- A name's rank is that of the first set of preferences that prefers it; 99 where none does. A concept's place is that among
-- all, in the order of their names.
create table {}_term as
select d.concept, d.term, d.language, d.type = 900000000000003001 as is_full, coalesce(min(p.rank), 99)::smallint as rank,
    to_tsvector('simple', d.term) as words
from {}_read_description d
    left join {}_read_language l on l.description = d.id
    left join (values {preferences}) p(set, rank) on p.set = l.set
group by d.id, d.concept, d.term, d.language, d.type;
create index on {}_term (concept);

create table {}_concept as
select c.id, c.active, c.since, coalesce(s.term, f.term, c.id::text) as display, coalesce(f.term, s.term, c.id::text) as full_name,
    row_number() over (order by coalesce(s.term, f.term, c.id::text), c.id)::integer as place
from (select distinct on (id) id, active, since from {}_read_concept order by id, since desc) c
    left join (select distinct on (concept) concept, term from {}_term where not is_full
        order by concept, rank, term) s on s.concept = c.id
    left join (select distinct on (concept) concept, term from {}_term where is_full
        order by concept, rank, term) f on f.concept = c.id;
-- What a list needs is in the index: pages of long lists are put in order without a look at the concepts.
alter table {}_concept add primary key (id) include (place, active);

create table {}_kind as select distinct child, parent from {}_read_relationship;
alter table {}_kind add primary key (child, parent);
create index on {}_kind (parent, child);

create table {}_member as select distinct set, concept from {}_read_member;
alter table {}_member add primary key (set, concept);
create index on {}_member (concept);

create table {}_replacement as select distinct concept, target, set from {}_read_association;
create index on {}_replacement (concept);

-- Words are found by their beginnings.
create index on {}_term using gin (words);

drop table {}_read_concept, {}_read_description, {}_read_relationship, {}_read_member, {}_read_language, {}_read_association;

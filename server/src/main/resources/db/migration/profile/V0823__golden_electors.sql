-- The pointers of a golden record name who leads by metadata. Where the leader may be mistyped,
-- values decide that are opened only to be shown; these are marks of the records that have a say,
-- so that a change of them is noted. 0, or nothing, where nobody has.
alter table profile.golden add column electors bigint[] not null default '{}';

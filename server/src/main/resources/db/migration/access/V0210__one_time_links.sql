-- Links by which staff choose their own password, once: when invited, and after a reset. The token
-- itself is nowhere: only its SHA-256.
create table access.one_time_link (
  token_hash bytea primary key,
  staff uuid not null references access.staff,
  expires_at timestamptz not null
);
create index one_time_link_staff on access.one_time_link (staff);

-- Requests of the API that were carried out: key and request as keyed hashes, the answer holds ids
-- only. The row is written in the transaction of what it did.
create table profile.idempotent_write (
  key     uuid        primary key,
  request uuid        not null,
  answer  text        not null,
  at      timestamptz not null
);

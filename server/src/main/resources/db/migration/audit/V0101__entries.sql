create schema audit;

-- One row per act. Ids, codes and field names only: never a personal value.
create table audit.entry (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  purpose text not null,
  action text not null,
  concerns text[] not null,
  fields text[] not null,
  note text not null
);

-- Which rows concern an id. The id is kept as a 64-bit hash, the key is the whole row: 16 bytes of
-- payload, and a look-up stays a few index pages however long the trail becomes (a GIN index over
-- entry.concerns would have to fetch and sort every match, and stalls writers when it flushes).
create table audit.concern (
  concern_hash bigint not null,
  number bigint not null,
  primary key (concern_hash, number)
);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only: % of %.% refused',
    tg_op, tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end;
$$;

create trigger entry_append_only before update or delete or truncate on audit.entry
  for each statement execute function audit.refuse_change();
create trigger concern_append_only before update or delete or truncate on audit.concern
  for each statement execute function audit.refuse_change();

revoke all on all tables in schema audit from public;

create schema delivery;

-- Who is told. Secrets are nowhere: they are derived from the installation's root, the endpoint's
-- id and the number of the key; a new number is a new secret.
create table delivery.endpoint (
  id             uuid        primary key,
  url            text        not null,
  description    text        not null,
  types          text[]      not null,
  signing        text        not null,
  key_number     integer     not null default 1,
  previous_until timestamptz,
  enabled        boolean     not null default true,
  note           text        not null default '',
  failing_since  timestamptz,
  created_at     timestamptz not null,
  created_by     text        not null,
  removed_at     timestamptz
);

-- What happened, written in the transaction of what it tells: ids, versions and names of fields.
create table delivery.message (
  id         bigint      generated always as identity primary key,
  webhook_id text        not null unique,
  type       text        not null,
  body       text        not null,
  at         timestamptz not null
);
create index message_at on delivery.message (at);

create table delivery.dispatch (
  message      bigint      not null references delivery.message on delete cascade,
  endpoint     uuid        not null references delivery.endpoint,
  state        text        not null,
  attempts     integer     not null default 0,
  next_at      timestamptz not null,
  last_at      timestamptz,
  last_status  integer,
  last_error   text,
  delivered_at timestamptz,
  primary key (endpoint, message)
);
create index dispatch_message on delivery.dispatch (message);
create index dispatch_due on delivery.dispatch (endpoint, next_at) where state = 'waiting';

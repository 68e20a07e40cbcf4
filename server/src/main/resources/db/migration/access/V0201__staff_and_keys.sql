create schema access;

-- Staff who sign in with a password. The sign-in name is kept in the case-folded form it is
-- compared in.
create table access.staff (
  id uuid primary key,
  sign_in_name text not null unique,
  display_name text not null,
  roles text[] not null,
  password_hash text not null,
  locked boolean not null default false,
  -- Changes with roles, lock and password: a session of an older version is over.
  version int not null default 1,
  created_at timestamptz not null
);

-- Keys of programs. The secret itself is nowhere: only its SHA-256.
create table access.api_key (
  name text primary key,
  secret_hash bytea not null unique,
  source text,
  scopes text[] not null,
  created_at timestamptz not null,
  disabled_at timestamptz
);

create schema vault;

-- Keys that wrap the keys of subjects, themselves wrapped under the installation's root key.
create table vault.key_encryption_key (
  version int primary key,
  wrapped bytea not null,
  created_at timestamptz not null default now()
);

-- One random key per source subject. Deleting a row destroys what was sealed under it.
create table vault.subject_key (
  subject uuid primary key,
  -- Random; stands in front of every sealed value and tells a destroyed key from a forged value.
  key_id int not null,
  kek int not null,
  wrapped bytea not null,
  created_at timestamptz not null default now()
);
alter table vault.subject_key alter column wrapped set storage plain;

revoke all on all tables in schema vault from public;

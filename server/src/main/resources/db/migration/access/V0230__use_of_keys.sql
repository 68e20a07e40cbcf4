-- Whether anybody still needs a key; about ten minutes coarse.
alter table access.api_key add column used_at timestamptz;

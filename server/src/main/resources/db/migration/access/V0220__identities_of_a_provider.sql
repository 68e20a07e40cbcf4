-- Who of a sign-in provider an account belongs to: SHA-256 of issuer and subject. Set at the first
-- sign-in there, so that nobody who later gets the same name or address elsewhere gets the account.
alter table access.staff add column identity_hash bytea unique;

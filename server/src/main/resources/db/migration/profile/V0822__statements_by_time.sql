-- What was written down last, whoever for: the first page of those who serve customers.
create index statement_at on profile.statement (at desc) where withdrawn_at is null;

-- Subjects of which a member of staff said whose they are. They are found by what they say, but
-- nothing is concluded from it: they belong to the customer that their anchor belongs to.
create table identity.stated (
  subject uuid primary key,
  anchor  uuid not null
);
create index stated_anchor on identity.stated (anchor);

-- Versions of customers that a person has just stated and the resolver has not yet read of: below
-- zero, so that no follower meets them before they get their place among the others.
create sequence identity.stated_version
  as bigint increment by -1 minvalue -9223372036854775808 maxvalue -2 start with -2;

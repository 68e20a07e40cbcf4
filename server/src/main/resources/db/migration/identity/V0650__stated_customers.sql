-- Versions of customers that a person has just stated and the resolver has not yet read of: below
-- zero, so that no follower meets them before they get their place among the others.
create sequence identity.stated_version
  as bigint increment by -1 minvalue -9223372036854775808 maxvalue -2 start with -2;

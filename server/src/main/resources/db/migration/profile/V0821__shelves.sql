-- Which customers a member of staff opened lately and which they keep at hand: ids only.
create table profile.visited (
  staff    uuid        not null,
  customer uuid        not null,
  at       timestamptz not null,
  primary key (staff, customer)
);
create table profile.pinned (
  staff    uuid        not null,
  customer uuid        not null,
  at       timestamptz not null,
  primary key (staff, customer)
);
create index visited_customer on profile.visited (customer);
create index pinned_customer on profile.pinned (customer);

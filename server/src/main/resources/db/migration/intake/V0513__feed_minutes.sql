-- What became of what came, by feed and minute of arrival here.
create table intake.feed_minute (
  feed        integer     not null references intake.feed,
  minute      timestamptz not null,
  accepted    bigint      not null default 0,
  duplicates  bigint      not null default 0,
  quarantined bigint      not null default 0,
  refused     bigint      not null default 0,
  primary key (feed, minute)
);
create index feed_minute_minute on intake.feed_minute (minute);

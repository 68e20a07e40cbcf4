-- An older version of a thing that arrived after a newer one: it stays in the log and counts
-- nowhere. Known once, under the lock of the head; from then on the latest entry of an item counts.
alter table intake.source_record add column late boolean not null default false;
update intake.source_record as record
   set late = true
 where record.item is not null
   and exists (
         select from intake.source_record as earlier
          where earlier.item = record.item
            and earlier.id < record.id
            and earlier.occurred_at > record.occurred_at);

-- Only versions that the source dates can be late.
alter table intake.feed_item alter column version_at drop not null;
update intake.feed_item set version_at = null where gone;

-- What stewards said to a doubtful case. A case is two groups of subjects, named by the pair that
-- says most; the groups are kept so that it can be shown again as it was.
create table identity.verdict (
  verdict uuid primary key,
  number bigint generated always as identity,
  steward text not null,
  answer smallint not null,
  pair_a uuid not null,
  pair_b uuid not null,
  subjects_a uuid[] not null,
  subjects_b uuid[] not null,
  probability real not null,
  sampled boolean not null,
  second_look boolean not null,
  decision uuid references identity.decision,
  at timestamptz not null,
  taken_back boolean not null default false
);
comment on column identity.verdict.sampled is 'another steward is asked too, without being told';
comment on column identity.verdict.second_look is 'given after another one, about the same case';
create index verdict_steward on identity.verdict (steward, number desc);
create index verdict_pair on identity.verdict (pair_a, pair_b);
create index verdict_sampled on identity.verdict (number) where sampled and not taken_back;

-- Verdicts that hold: neither taken back in the queue nor their decision on a customer's page.
create view identity.standing_verdict as
  select v.verdict, v.number, v.steward, v.answer, v.pair_a, v.pair_b, v.subjects_a, v.subjects_b,
    v.probability, v.sampled, v.second_look, v.decision, v.at, false as taken_back
  from identity.verdict v left join identity.decision d using (decision)
  where not v.taken_back and d.undone_by is null;

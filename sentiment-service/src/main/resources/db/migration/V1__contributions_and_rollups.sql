-- What each mention adds to the counts. It is changed in the same transaction as the counts, so that a revision that
-- arrives twice, or late, changes nothing. hour and label are null once the mention is erased: its revision is kept until
-- its tombstone arrives, so that an older revision cannot bring it back.
create table contribution (
  workspace text        not null,
  mention   text        not null,
  revision  integer     not null,
  hour      timestamptz,
  label     text        check (label in ('negative', 'neutral', 'positive', 'unknown')),
  monitors  text[]      not null,
  primary key (workspace, mention),
  check ((hour is null) = (label is null))
);

alter table contribution enable row level security;
alter table contribution force row level security;
create policy own_workspace on contribution
  using (workspace = current_setting('bellwether.workspace', true))
  with check (workspace = current_setting('bellwether.workspace', true));

-- Mentions by monitor, hour of event time and label. The monitor '' is the whole workspace.
create table rollup (
  workspace text        not null,
  monitor   text        not null,
  hour      timestamptz not null,
  label     text        not null check (label in ('negative', 'neutral', 'positive', 'unknown')),
  mentions  bigint      not null,
  primary key (workspace, monitor, hour, label),
  -- a count below zero would mean that something was taken away twice
  constraint rollup_not_negative check (mentions >= 0)
);

alter table rollup enable row level security;
alter table rollup force row level security;
create policy own_workspace on rollup
  using (workspace = current_setting('bellwether.workspace', true))
  with check (workspace = current_setting('bellwether.workspace', true));

-- Counts are rewritten far more often than added: room on each page lets PostgreSQL update in place.
alter table rollup set (fillfactor = 70);

-- An erasure and how far it has come. Names neither post nor author: subject is a keyed digest.
create table erasure (
  workspace    text        not null,
  id           text        not null,
  scope        text        not null check (scope in ('mention', 'author')),
  subject      text        not null,
  future       boolean     not null,
  reason       text,
  state        text        not null check (state in ('requested', 'announced', 'acknowledged', 'completed')),
  requested_at timestamptz not null,
  mentions     bigint      not null,
  monitors     text[]      not null,
  completed_at timestamptz,
  primary key (workspace, id)
);
-- The same asked for again while it is under way is the same erasure.
create unique index erasure_under_way on erasure (workspace, subject) where state <> 'completed';
create index erasure_waiting on erasure (requested_at) where state <> 'completed';

-- What is still to be erased: gone, row by row, when the null of each is written.
create table erasure_mention (
  workspace    text        not null,
  erasure      text        not null,
  mention_id   text        not null,
  -- where its erased revision stands on the topic mentions; null before
  partition    int,
  place        bigint,
  primary key (workspace, erasure, mention_id)
);

create table erasure_ack (
  workspace    text        not null,
  erasure      text        not null,
  service      text        not null,
  erased_at    timestamptz not null,
  remains      text[]      not null,
  primary key (workspace, erasure, service)
);

-- Keyed digests of what must not come back by another import.
create table erased_identity (
  workspace    text        not null,
  digest       text        not null,
  erased_at    timestamptz not null,
  primary key (workspace, digest)
);

alter table erasure         enable row level security;
alter table erasure         force  row level security;
create policy own_workspace on erasure         using (workspace = current_setting('bellwether.workspace', true));
-- The worker looks for what waits, in whichever workspace.
create policy worker on erasure for select
  using (current_setting('bellwether.worker', true) = 'on' and state <> 'completed');
alter table erasure_mention enable row level security;
alter table erasure_mention force  row level security;
create policy own_workspace on erasure_mention using (workspace = current_setting('bellwether.workspace', true));
alter table erasure_ack     enable row level security;
alter table erasure_ack     force  row level security;
create policy own_workspace on erasure_ack     using (workspace = current_setting('bellwether.workspace', true));
alter table erased_identity enable row level security;
alter table erased_identity force  row level security;
create policy own_workspace on erased_identity using (workspace = current_setting('bellwether.workspace', true));

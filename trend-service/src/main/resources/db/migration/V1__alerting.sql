-- Rules, and the channels that they speak through. The definition is the JSON that the API takes, less what is secret.
create table alert_rule (
  workspace  text        not null,
  id         text        not null,
  version    integer     not null,
  created_at timestamptz not null default now(),
  name       text        not null,
  definition jsonb       not null,
  primary key (workspace, id),
  constraint alert_rule_name unique (workspace, name)
);

create table alert_channel (
  workspace       text        not null,
  id              text        not null,
  version         integer     not null,
  created_at      timestamptz not null default now(),
  name            text        not null,
  definition      jsonb       not null,
  secret          text,                  -- sealed where a key is configured; null for e-mail
  disabled_at     timestamptz,           -- by the outbox, not by a person
  disabled_reason text,
  failing_since   timestamptz,           -- first failure after the last message that was taken
  primary key (workspace, id),
  constraint alert_channel_name unique (workspace, name)
);

-- What rules have found. A rule may be changed or gone when somebody reads it: its name is kept.
create table alert (
  workspace       text        not null,
  id              text        not null,
  rule            text        not null,
  rule_name       text        not null,
  title           text        not null,  -- says the first signal
  history         boolean     not null,
  group_key       text        not null,
  open            boolean     not null,  -- more may join
  closes_at       timestamptz not null,  -- wall clock
  first_at        timestamptz not null,  -- event time of the first signal, at most the wall clock's then
  last_at         timestamptz not null,
  created_at      timestamptz not null default now(),
  kinds           text[]      not null,
  subjects        text[]      not null,
  signals         integer     not null,
  cooled          integer     not null default 0,  -- signals that the cool-down swallowed after it
  acknowledged_at timestamptz,
  acknowledged_by text,
  primary key (workspace, id)
);
create index alert_by_time on alert (workspace, first_at, id);
create index alert_open on alert (workspace, rule, group_key) where open;
create index alert_age on alert (created_at);

-- Every signal that a rule has matched, whatever became of it: the same signal never alerts twice.
create table alert_signal (
  workspace  text        not null,
  rule       text        not null,
  signal     text        not null,
  alert      text,                       -- null where the cool-down swallowed it
  verdict    text        not null,
  at         timestamptz not null,
  created_at timestamptz not null default now(),
  event      jsonb,                      -- null where it is of no alert
  primary key (workspace, rule, signal)
);
create index alert_signal_of on alert_signal (workspace, alert, at) where alert is not null;
create index alert_signal_age on alert_signal (created_at);

-- When a rule last spoke of a subject, in event time; history apart, or a replay would silence today.
create table alert_cooldown (
  workspace text        not null,
  rule      text        not null,
  subject   text        not null,
  history   boolean     not null,
  last_at   timestamptz not null,
  alert     text        not null,
  primary key (workspace, rule, subject, history)
);

-- The outbox: a row for each message and channel.
create table delivery (
  workspace  text        not null,
  id         text        not null,       -- webhook-id: the same for every attempt
  alert      text,                       -- null for a digest, which brings its message
  message    jsonb,
  channel    text        not null,
  state      text        not null check (state in
    ('pending', 'held', 'delivering', 'delivered', 'failed', 'dropped', 'disabled', 'cancelled')),
  due_at     timestamptz not null,       -- next attempt; while delivering, when the lease ends
  claim      bigint      not null default 0,  -- counts leases: who comes back with an old one is late
  attempts   integer     not null default 0,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (workspace, id),
  check ((alert is null) = (message is not null))
);
create index delivery_due on delivery (due_at) where state in ('pending', 'held', 'delivering');
create index delivery_of on delivery (workspace, alert) where alert is not null;
create index delivery_of_channel on delivery (workspace, channel) where state in ('pending', 'held', 'delivering');
create index delivery_age on delivery (created_at);

create table delivery_attempt (
  workspace text        not null,
  delivery  text        not null,
  number    integer     not null,        -- from 1
  at        timestamptz not null,
  millis    integer     not null,
  outcome   text        not null check (outcome in ('delivered', 'retry', 'gone', 'refused')),
  status    integer,                     -- the receiver's code
  reason    text,
  primary key (workspace, delivery, number),
  foreign key (workspace, delivery) references delivery on delete cascade
);

alter table alert_rule enable row level security;
alter table alert_rule force  row level security;
create policy own_workspace on alert_rule
  using (workspace = current_setting('bellwether.workspace', true))
  with check (workspace = current_setting('bellwether.workspace', true));

alter table alert_channel enable row level security;
alter table alert_channel force  row level security;
create policy own_workspace on alert_channel
  using (workspace = current_setting('bellwether.workspace', true))
  with check (workspace = current_setting('bellwether.workspace', true));

alter table alert enable row level security;
alter table alert force  row level security;
create policy own_workspace on alert
  using (workspace = current_setting('bellwether.workspace', true))
  with check (workspace = current_setting('bellwether.workspace', true));

alter table alert_signal enable row level security;
alter table alert_signal force  row level security;
create policy own_workspace on alert_signal
  using (workspace = current_setting('bellwether.workspace', true))
  with check (workspace = current_setting('bellwether.workspace', true));

alter table alert_cooldown enable row level security;
alter table alert_cooldown force  row level security;
create policy own_workspace on alert_cooldown
  using (workspace = current_setting('bellwether.workspace', true))
  with check (workspace = current_setting('bellwether.workspace', true));

alter table delivery enable row level security;
alter table delivery force  row level security;
create policy own_workspace on delivery
  using (workspace = current_setting('bellwether.workspace', true))
  with check (workspace = current_setting('bellwether.workspace', true));

alter table delivery_attempt enable row level security;
alter table delivery_attempt force  row level security;
create policy own_workspace on delivery_attempt
  using (workspace = current_setting('bellwether.workspace', true))
  with check (workspace = current_setting('bellwether.workspace', true));

-- The outbox is worked off, and what is old goes, in every workspace at once.
create policy worker on delivery using (current_setting('bellwether.worker', true) = 'on');
create policy worker_reads on alert for select using (current_setting('bellwether.worker', true) = 'on');
create policy worker_trims on alert for delete using (current_setting('bellwether.worker', true) = 'on');
create policy worker_reads on alert_signal for select using (current_setting('bellwether.worker', true) = 'on');
create policy worker_trims on alert_signal for delete using (current_setting('bellwether.worker', true) = 'on');
create policy worker_reads on alert_cooldown for select using (current_setting('bellwether.worker', true) = 'on');
create policy worker_trims on alert_cooldown for delete using (current_setting('bellwether.worker', true) = 'on');
create policy worker_reads on delivery_attempt for select using (current_setting('bellwether.worker', true) = 'on');
create policy worker_trims on delivery_attempt for delete using (current_setting('bellwether.worker', true) = 'on');

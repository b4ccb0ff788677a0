-- What a mention adds to more than the hourly counts, and its score as the model has it, so that a person's correction can
-- be published, and taken back, without the text. All of it is null (or 0) in rows of before, and once a mention is erased.
alter table contribution
  add column created_at   timestamptz,
  add column author       text,
  add column interactions bigint  not null default 0 check (interactions >= 0),
  add column spam         boolean not null default false,
  add column emotion      text    check (emotion in ('anger', 'joy', 'optimism', 'sadness', 'none')),
  add column irony        boolean,
  add column offensive    boolean,
  -- the ScoredMention without a correction
  add column score        jsonb;

-- Exact counts of authors, and feelings about brands, are read from the contributions themselves.
create index contribution_by_time on contribution (workspace, created_at);

-- A person's word. It may come before the mention does.
create table correction (
  workspace    text        not null,
  mention      text        not null,
  label        text        not null check (label in ('negative', 'neutral', 'positive')),
  corrected_at timestamptz not null,
  corrected_by text        not null,
  model_label  text,
  model        text,
  primary key (workspace, mention)
);

create index correction_by_time on correction (workspace, corrected_at, mention);

alter table correction enable row level security;
alter table correction force row level security;
create policy own_workspace on correction
  using (workspace = current_setting('bellwether.workspace', true))
  with check (workspace = current_setting('bellwether.workspace', true));

-- interactions: likes, reposts and replies together. spam, ironic and offensive: how many of the mentions are so.
alter table rollup
  add column spam         bigint not null default 0 check (spam >= 0),
  add column interactions bigint not null default 0 check (interactions >= 0),
  add column anger        bigint not null default 0 check (anger >= 0),
  add column joy          bigint not null default 0 check (joy >= 0),
  add column optimism     bigint not null default 0 check (optimism >= 0),
  add column sadness      bigint not null default 0 check (sadness >= 0),
  add column ironic       bigint not null default 0 check (ironic >= 0),
  add column offensive    bigint not null default 0 check (offensive >= 0);

-- As rollup, by minute. A table of its own, so that the version before can go on with its hours beside this one.
create table rollup_minute (
  workspace    text        not null,
  monitor      text        not null,
  minute       timestamptz not null,
  label        text        not null check (label in ('negative', 'neutral', 'positive', 'unknown')),
  mentions     bigint      not null check (mentions >= 0),
  spam         bigint      not null default 0 check (spam >= 0),
  interactions bigint      not null default 0 check (interactions >= 0),
  anger        bigint      not null default 0 check (anger >= 0),
  joy          bigint      not null default 0 check (joy >= 0),
  optimism     bigint      not null default 0 check (optimism >= 0),
  sadness      bigint      not null default 0 check (sadness >= 0),
  ironic       bigint      not null default 0 check (ironic >= 0),
  offensive    bigint      not null default 0 check (offensive >= 0),
  primary key (workspace, monitor, minute, label)
);

alter table rollup_minute enable row level security;
alter table rollup_minute force row level security;
create policy own_workspace on rollup_minute
  using (workspace = current_setting('bellwether.workspace', true))
  with check (workspace = current_setting('bellwether.workspace', true));
alter table rollup_minute set (fillfactor = 70);

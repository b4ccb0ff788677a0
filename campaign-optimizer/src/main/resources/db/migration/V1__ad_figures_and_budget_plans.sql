-- What the topic ad-performance says, row by row. Built from the topic alone, so it can be built again.
create table ad_figures (
  workspace       text             not null,
  account         text             not null,
  row_key         text             not null,  -- the record's key: the row's whole identity
  campaign        text             not null,
  ad_set          text             not null,
  ad              text,
  age             text,
  gender          text,
  geo             text,
  interest        text,
  placement       text,
  window_start    timestamp        not null,  -- the account's local time
  window_end      timestamp        not null,
  time_zone       text             not null,
  spend_micros    bigint           not null check (spend_micros >= 0),
  currency        text             not null,
  impressions     bigint           not null check (impressions >= 0),
  clicks          bigint           not null check (clicks >= 0),
  conversions     double precision not null check (conversions >= 0 and conversions < 'infinity'),
  revenue_micros  bigint           check (revenue_micros >= 0),
  primary key (workspace, account, row_key)
);
create index ad_figures_by_time on ad_figures (workspace, account, window_end);

-- A row here was acknowledged by Kafka before it was committed.
create table budget_plan (
  workspace       text             not null,
  id              text             not null,
  account         text             not null,
  created_at      timestamptz      not null,
  plan            jsonb            not null,
  primary key (workspace, id)
);
create index budget_plan_by_account on budget_plan (workspace, account, created_at desc);

alter table ad_figures  enable row level security;
alter table ad_figures  force  row level security;
create policy own_workspace on ad_figures  using (workspace = current_setting('bellwether.workspace', true));
alter table budget_plan enable row level security;
alter table budget_plan force  row level security;
create policy own_workspace on budget_plan using (workspace = current_setting('bellwether.workspace', true));

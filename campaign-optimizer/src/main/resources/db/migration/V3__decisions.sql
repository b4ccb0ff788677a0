-- What becomes of a plan. Read out of the plan itself, so that no second truth can differ from it.
alter table budget_plan
  add column status      text generated always as (coalesce(plan ->> 'status', 'proposed')) stored,
  -- ISO dates, which sort as text
  add column first_day   text generated always as (plan ->> 'day') stored,
  add column last_day    text generated always as (coalesce(plan ->> 'until', plan ->> 'day')) stored,
  -- the plan whose approval replaced this one
  add column replaced_by text;
create index budget_plan_in_force on budget_plan (first_day, last_day) where status = 'approved';
create index budget_plan_replaced on budget_plan (workspace, replaced_by) where replaced_by is not null;

-- Each plan's own story. Rows are added and never changed: there is no policy to update or delete one.
create table plan_history (
  workspace       text             not null,
  plan_id         text             not null,
  entry           bigint           generated always as identity,
  at              timestamptz      not null,
  who             text,                       -- subject of the key; null where the service did it itself
  what            text             not null,
  note            text,
  other_plan      text,                       -- the plan that it came of
  detail          jsonb            not null default '{}',
  primary key (workspace, plan_id, entry)
);
-- Plans of before were made as well; their owner sees them all for this one statement.
alter table budget_plan no force row level security;
insert into plan_history (workspace, plan_id, at, what)
  select workspace, id, created_at, 'MADE' from budget_plan order by created_at, id;
alter table budget_plan force row level security;
alter table plan_history enable row level security;
alter table plan_history force  row level security;
create policy own_workspace on plan_history for select using (workspace = current_setting('bellwether.workspace', true));
create policy appended on plan_history for insert with check (workspace = current_setting('bellwether.workspace', true));

-- A plan may be of several days, and two things are told of a day: its pace, and lines that have spent all they had.
alter table pacing_told add column day text not null default '';
alter table pacing_told add column what text not null default 'pace';
alter table pacing_told drop constraint pacing_told_pkey;
alter table pacing_told add primary key (workspace, plan_id, day, what);

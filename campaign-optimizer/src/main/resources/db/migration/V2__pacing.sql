-- Plans of which it was told that spend is off. A row here was acknowledged by Kafka before it was committed.
create table pacing_told (
  workspace       text             not null,
  plan_id         text             not null,
  primary key (workspace, plan_id)
);
alter table pacing_told enable row level security;
alter table pacing_told force  row level security;
create policy own_workspace on pacing_told using (workspace = current_setting('bellwether.workspace', true));

-- The worker that compares spend with plans asks which plans are for these days, and which were told of.
create policy worker on pacing_told for select using (current_setting('bellwether.worker', true) = 'on');
create policy worker on budget_plan for select using (current_setting('bellwether.worker', true) = 'on');
-- An ISO date sorts as text.
create index budget_plan_by_day on budget_plan ((plan ->> 'day'));

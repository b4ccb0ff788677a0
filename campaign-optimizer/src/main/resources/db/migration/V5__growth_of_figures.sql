-- At which age of its day a row was first and last heard of, in days; null for rows from before this was noted.
alter table ad_figures add column first_age int, add column last_age int;

-- By how much the rows of a day that were first reported at one age grew at another. What goes and comes back adds up to nothing.
create table figure_growth (
  workspace       text             not null,
  account         text             not null,
  day             date             not null,  -- local; the last one where a row covers several
  first_age       int              not null,
  age             int              not null check (age >= first_age),
  spend_micros    double precision not null,  -- sums: of absurd figures a bigint would overflow and stop the reader
  conversions     double precision not null,
  revenue_micros  double precision not null,
  primary key (workspace, account, day, first_age, age)
);
alter table figure_growth enable row level security;
alter table figure_growth force  row level security;
create policy own_workspace on figure_growth using (workspace = current_setting('bellwether.workspace', true));

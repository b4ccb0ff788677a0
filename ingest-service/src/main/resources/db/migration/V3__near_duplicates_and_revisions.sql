-- What a text was, as the words' hashes (never the words), and the cluster of near copies it belongs to. Written in the transaction that takes
-- the mention; what instances hold in memory is read from here. Rows older than two days are of no use and are removed by capture itself.
create table text_signature (
  workspace    text        not null,
  mention_id   text        not null,
  seen_at      timestamptz not null,
  cluster      bigint      not null,
  words        bytea       not null,
  -- which transaction wrote it: rows of transactions that were under way at the last look are looked for again
  written_in   xid8        not null default pg_current_xact_id(),
  primary key (workspace, mention_id)
);
create index text_signature_by_transaction on text_signature (workspace, written_in);

create table text_memory (
  workspace    text        not null primary key,
  generation   bigint      not null default 0,  -- one more when signatures are taken away, so that every instance reads them anew
  salt         bytea       not null default uuid_send(gen_random_uuid())  -- a cluster's id tells nothing of the text without it
);

alter table mention_identity
  add column author        text,         -- pseudonym
  add column created_at    timestamptz,  -- as first claimed
  add column observed_at   timestamptz,  -- when first seen
  add column text_hash     bigint,       -- whether the same words come again
  add column figures       text,         -- likes,reposts,replies,views,followers; empty where never said
  add column engagement_at timestamptz,  -- of when the figures are
  add column cluster       text,
  add column copy          boolean;
create index mention_identity_by_author on mention_identity (workspace, author) where author is not null;

alter table text_signature enable row level security;
alter table text_signature force  row level security;
create policy own_workspace on text_signature using (workspace = current_setting('bellwether.workspace', true));
alter table text_memory    enable row level security;
alter table text_memory    force  row level security;
create policy own_workspace on text_memory    using (workspace = current_setting('bellwether.workspace', true));

-- The gateway's schema: who may come in. Names are unqualified, the JDBC URL names the schema.

create table workspace (
  workspace  text        not null primary key,
  created_at timestamptz not null default now()
);

create table api_key (
  workspace  text        not null references workspace,
  id         text        not null,
  hash       bytea       not null check (octet_length(hash) = 32),
  name       text        not null,
  scopes     text[]      not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (workspace, id),
  -- A key belongs to one workspace. The index is also the look-up's.
  constraint api_key_hash unique (hash)
);

comment on column api_key.hash is 'SHA-256 of the key; the key itself is shown once and stored nowhere';

alter table workspace enable row level security;
alter table workspace force row level security;
create policy own_workspace on workspace
  using (workspace = current_setting('bellwether.workspace', true));

alter table api_key enable row level security;
alter table api_key force row level security;
create policy own_workspace on api_key
  using (workspace = current_setting('bellwether.workspace', true));

-- A key is looked up before its workspace is known. Whoever presents a key may read that key's row, and no other: the
-- transaction says the hash it was shown, and the policy compares. So no table stands outside row-level security, and a
-- look-up that forgets its "where" still sees one row.
create policy presented_key on api_key for select
  using (hash = decode(nullif(current_setting('bellwether.key_hash', true), ''), 'hex'));

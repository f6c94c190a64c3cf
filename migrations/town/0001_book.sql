-- The book of one town: head, journal, declarations, postings, balances. Ledger tables are created by
-- their own declarations, in the transaction that journals them.

create table head (
  one boolean primary key default true constraint head_one check (one),
  number bigint not null,
  hash bytea not null,
  recorded_at timestamptz(3) not null
);
comment on table head is 'The last journal number and hash: the one row every writer takes.';
insert into head (number, hash, recorded_at) values (0, decode(repeat('00', 32), 'hex'), '1970-01-01T00:00:00Z');

create table journal (
  number bigint constraint journal_pk primary key,
  recorded_at timestamptz(3) not null,
  person bigint not null,
  acting_for bigint,
  approved_by bigint,
  verb text collate "C" not null,
  ledger text collate "C" not null,
  entry bigint,
  batch text collate "C",
  reason text,
  payload text not null,
  previous bytea not null,
  hash bytea not null
);
comment on table journal is 'Append-only record of every change, numbered without gaps; each row chained to the last by SM3.';
create index journal_entry on journal (entry, number) where entry is not null;
create index journal_batch on journal (batch) where batch is not null;

create table declarations (
  kind text collate "C" not null constraint declarations_kind check (kind in ('ledger', 'measure')),
  key text collate "C" not null,
  version integer not null,
  number bigint not null,
  declaration jsonb not null,
  series integer constraint declarations_series unique,
  constraint declarations_pk primary key (kind, key, version)
);
comment on table declarations is 'Every version of every ledger and measure, and the journal number from which it holds; a posting measure version has a series number.';

create table postings (
  series integer not null,
  org text collate "C" not null,
  day date not null,
  cohort integer not null,
  amount numeric not null,
  rows integer not null,
  first bigint not null,
  last bigint not null
);
comment on table postings is 'What each group of changes added to a measure at an org on a day; cohort is yyyymm or 0; first and last name the journal range.';
create index postings_cell on postings (series, day);
create index postings_last on postings (last);

create table balances (
  series integer not null,
  month integer not null,
  org text collate "C" not null,
  cohort integer not null,
  amount numeric not null,
  rows bigint not null,
  constraint balances_pk primary key (series, month, org, cohort)
);
comment on table balances is 'Running sums of postings by measure, month (yyyymm), org and cohort month.';

create table distinct_refs (
  series integer not null,
  frame text collate "C" not null,
  org text collate "C" not null,
  key text collate "C" not null,
  refs integer not null,
  constraint distinct_refs_pk primary key (series, frame, org, key)
);
comment on table distinct_refs is 'How many living rows carry a key, by measure, period window (frame) and org node: a key counts once while refs > 0.';

create table distinct_counts (
  series integer not null,
  frame text collate "C" not null,
  org text collate "C" not null,
  keys bigint not null,
  constraint distinct_counts_pk primary key (series, frame, org)
);
comment on table distinct_counts is 'Number of keys with refs > 0, by measure, window and org node.';

create table subject_keys (
  blind text collate "C" constraint subject_keys_pk primary key,
  key_id text collate "C" not null constraint subject_keys_id unique,
  wrapped bytea,
  destroyed_at timestamptz(3)
);
comment on table subject_keys is 'One wrapped key per person whose sealed facts are kept; destroying it erases them.';

create table settings (
  key text collate "C" constraint settings_pk primary key,
  value jsonb not null
);
comment on table settings is 'Facts about this copy of the book that are not part of it: demonstration mark, master key name.';

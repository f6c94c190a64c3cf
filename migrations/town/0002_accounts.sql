-- Who may sign in, and who is signed in now. Neither is part of the book: people and their posts are
-- ledgers; an account only proves that someone is that person.

create table accounts (
  login text collate "C" constraint accounts_pk primary key,
  person bigint not null,
  password text not null,
  failures integer not null default 0,
  locked_until timestamptz(3),
  must_change boolean not null default false,
  created_at timestamptz(3) not null default now(),
  constraint accounts_login_form check (login ~ '^[a-z0-9][a-z0-9._-]{1,63}$')
);
comment on table accounts is 'Sign-in names of people: password as an argon2id PHC text, failures since the last success, lock after too many. 登录账号。';
comment on column accounts.person is 'Number of the entry in the ledger person.';
create index accounts_person on accounts (person);

create table sessions (
  id bytea constraint sessions_pk primary key,
  login text collate "C" not null constraint sessions_login references accounts (login) on delete cascade,
  person bigint not null,
  csrf text not null,
  created_at timestamptz(3) not null default now(),
  last_seen_at timestamptz(3) not null default now(),
  address text not null
);
comment on table sessions is 'Open sessions; the id is the SM3 digest of the random token in the cookie, so the table opens no session. 当前会话。';
create index sessions_login on sessions (login);

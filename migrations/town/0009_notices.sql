-- Who is told of matters: what came to whom, which reminders were given, and what is to be sent outside. None of it is part of the book; what is missing is found anew from it.

create table reminders (
  ledger text collate "C" not null,
  matter bigint not null,
  clock text collate "C" not null,
  term text collate "C" not null,
  mark text collate "C" not null,
  told boolean not null,
  claimed_at timestamptz(3) not null default now(),
  constraint reminders_pk primary key (ledger, matter, clock, term, mark)
);
comment on table reminders is 'Reminders of clocks that were told or passed over; the row is the claim, so that each comes once whoever looks. 时限提醒登记。';
comment on column reminders.told is 'False where a newer one of the same clock had come by the time somebody looked.';

create table notices (
  id uuid default gen_random_uuid() constraint notices_pk primary key,
  person bigint not null,
  kind text collate "C" not null constraint notices_kind check (kind in ('waits', 'asked', 'called', 'moved', 'due', 'overdue')),
  ledger text collate "C" not null,
  matter bigint not null,
  journal bigint,
  step text collate "C",
  clock text collate "C",
  term text collate "C",
  mark text collate "C",
  due date,
  made_at timestamptz not null default clock_timestamp(),
  read_at timestamptz(3),
  constraint notices_step_once unique (person, journal),
  constraint notices_reminder_once unique (person, ledger, matter, clock, term, mark)
);
comment on table notices is 'What somebody is told of matters, and whether she has read it: of a step by its journal number, of a clock by its reminder. 消息。';
create index notices_person on notices (person, made_at);
create index notices_unread on notices (person) where read_at is null;

create table deliveries (
  id uuid default gen_random_uuid() constraint deliveries_pk primary key,
  kind text collate "C" not null constraint deliveries_kind check (kind in ('mail', 'channel')),
  target bigint not null,
  about jsonb not null,
  made_at timestamptz(3) not null default now(),
  next_try timestamptz(3) not null,
  attempts integer not null default 0,
  claimed_at timestamptz(3),
  sent_at timestamptz(3),
  failed_at timestamptz(3),
  problem text
);
comment on table deliveries is 'What is to be sent outside: by mail to a person, by a channel to a group; several that are due together go as one message. 外发消息。';
comment on column deliveries.target is 'Number of the person, or of the entry of the channel.';
comment on column deliveries.claimed_at is 'When a server last took it up; its next try is set at the same time, so that no other does meanwhile.';
create index deliveries_open on deliveries (next_try) where sent_at is null and failed_at is null;

create table channel_secrets (
  channel bigint constraint channel_secrets_pk primary key,
  sealed bytea not null
);
comment on table channel_secrets is 'Address and secret of a channel, sealed under the master key; the book knows only its name and host. 发送渠道密钥。';

alter table accounts add column mail text;
comment on column accounts.mail is 'Where its person wants to be written to; hers to set, and to leave empty.';

import { sql, type Kysely } from 'kysely'

/** Door-plate events 門牌異動, the plates each touched, and what other agencies are to learn of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const PLATE = 'references door_plate on delete cascade'
const STATEMENTS = [
  // A sample that is replaced takes the history of its made-up plates along.
  `alter table door_plate_link
    drop constraint door_plate_link_predecessor_id_fkey,
    drop constraint door_plate_link_successor_id_fkey,
    add foreign key (predecessor_id) ${PLATE},
    add foreign key (successor_id) ${PLATE}`,
  `create table door_plate_event (
    id text collate "C" primary key,
    kind text not null check (kind in
      ('FIRST', 'ADD', 'CHANGE', 'RENUMBER', 'MERGE', 'ABOLISH', 'REISSUE')),
    effective_date date not null,
    reason text,
    client text not null,
    idempotency_key text not null,
    input_hash text not null,
    actor text not null,
    office_code text not null,
    request_id text not null,
    recorded_at timestamptz not null default now(),
    unique (client, idempotency_key)
  )`,
  `comment on table door_plate_event is '門牌異動'`,
  ...columnComments('door_plate_event', {
    kind: '異動類別：初編、增編、改編、整編、合併、廢止、補發',
    effective_date: '生效日期',
    reason: '異動事由',
    idempotency_key: '申請端所給之重送識別碼',
    actor: '承辦人',
    recorded_at: '登錄時間',
  }),
  `create table door_plate_event_plate (
    event_id text collate "C" not null references door_plate_event on delete cascade,
    position integer not null,
    old_plate_id text collate "C" ${PLATE},
    new_plate_id text collate "C" ${PLATE},
    primary key (event_id, position),
    check (old_plate_id is not null or new_plate_id is not null)
  )`,
  `comment on table door_plate_event_plate is '門牌異動明細'`,
  `create index door_plate_event_old on door_plate_event_plate (old_plate_id)`,
  `create index door_plate_event_new on door_plate_event_plate (new_plate_id)`,
  `create table outbox (
    id bigint generated always as identity primary key,
    event_id text collate "C" not null references door_plate_event on delete cascade,
    type text not null check (type in ('DOORPLATE_REVISE')),
    door_plate_id text collate "C" not null ${PLATE},
    payload jsonb not null,
    published_at timestamptz,
    unique (event_id, door_plate_id)
  )`,
  `comment on table outbox is '待通報事件'`,
  `comment on column outbox.payload is '原門牌、新門牌及生效日期；不含任何人之資料'`,
  `create index outbox_pending on outbox (id) where published_at is null`,
]

function columnComments(
  table: string,
  comments: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(comments).map(
    ([column, comment]) => `comment on column ${table}.${column} is '${comment}'`,
  )
}

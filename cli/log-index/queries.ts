import { sql, type Kysely, type Transaction } from 'kysely'
import type {
  Asker,
  DisclosurePlace,
  IndexBatch,
  IndexedLog,
  Look,
  LooksQuestion,
  PersonHandle,
} from '../../gateway/hub/index/log-index.ts'

// Rows are typed where they are selected; the schema is that of migrations/.
type Db = Kysely<unknown>

/** How far the index knows a log, which it meets now if it has not yet. */
export async function standOf(db: Db, origin: string, keyId: string): Promise<IndexedLog> {
  const known = (await listLogs(db)).find((log) => log.origin === origin)
  if (known?.keyId === keyId) return known
  const { rows } = await sql<IndexedLog>`
    insert into log (origin, key_id) values (${origin}, ${keyId})
    on conflict (origin) do update set key_id = excluded.key_id
    returning origin, key_id, records, persons, as_of`.execute(db)
  return rows[0]!
}

/** Lets a name stand for the log of this first record, or none yet; false where it is another's. */
export async function claimOrigin(
  db: Db,
  { origin, keyId, firstLeaf }: { origin: string; keyId: string; firstLeaf: string | null },
): Promise<boolean> {
  // a follower asks every second: looking costs the disk nothing
  const known = await sql`
    select from log where origin = ${origin} and first_leaf = ${firstLeaf}`.execute(db)
  if (known.rows.length > 0) return true
  const { rows } = await sql`
    insert into log (origin, key_id, first_leaf) values (${origin}, ${keyId}, ${firstLeaf})
    on conflict (origin) do update set first_leaf = excluded.first_leaf
      where log.first_leaf is null or log.first_leaf = excluded.first_leaf
    returning id`.execute(db)
  return rows.length > 0
}

/** Lets this transaction's commit be told once it is on the disk. */
export async function waitForDisk(db: Transaction<unknown>): Promise<void> {
  await sql`set local synchronous_commit = on`.execute(db)
}

/** Every log that the index knows. */
export async function listLogs(db: Db): Promise<readonly IndexedLog[]> {
  const { rows } = await sql<IndexedLog>`
    select origin, key_id, records, persons, as_of from log order by origin`.execute(db)
  return rows
}

/** Moves a log on from where it must stand; answers its id, or nothing if it stands elsewhere. */
export async function moveOn(
  db: Transaction<unknown>,
  { origin, from, to }: IndexBatch,
): Promise<number | undefined> {
  const { rows } = await sql<{ readonly id: number }>`
    update log set records = ${to}::bigint where origin = ${origin} and records = ${from}::bigint
    returning id`.execute(db)
  return rows[0]?.id
}

export async function addDisclosures(
  db: Transaction<unknown>,
  logId: number,
  disclosures: IndexBatch['disclosures'],
): Promise<void> {
  if (disclosures.length === 0) return
  const given = JSON.stringify(disclosures)
  await sql`
    insert into ground (actor, client, agency, role, purpose, legal_basis, channel)
    select distinct actor, client, agency, role, purpose, "legalBasis", channel
      from ${asRows(given)}
    on conflict do nothing`.execute(db)
  await sql`
    insert into disclosure (log_id, leaf_index, at, request_id, ground_id, case_no, data_classes)
    select ${logId}::smallint, given."leafIndex", given.at, given."requestId", ground.id,
           given."caseNo", given."dataClasses"
      from ${asRows(given)}
      join ground on (ground.actor, ground.client, ground.agency, ground.role, ground.purpose,
                      ground.legal_basis, ground.channel)
                   = (given.actor, given.client, given.agency, given.role, given.purpose,
                      given."legalBasis", given.channel)
     where given.at >= (select coalesce(kept_from, '-infinity') from log where id = ${logId}::smallint)
    on conflict do nothing`.execute(db)
}

function asRows(json: string): ReturnType<typeof sql> {
  return sql`jsonb_to_recordset(${json}::text::jsonb) as given (
    "leafIndex" bigint, at timestamptz, "requestId" text, actor text, client text, agency text,
    role text, purpose text, "legalBasis" text, channel text, "caseNo" text, "dataClasses" text[])`
}

export async function addSubjects(
  db: Transaction<unknown>,
  logId: number,
  subjects: IndexBatch['subjects'],
): Promise<void> {
  if (subjects.length === 0) return
  await sql`
    insert into disclosure_subject (subject, log_id, leaf_index)
    select given.subject, log_id, leaf_index
      from unnest(${subjects.map(({ subject }) => subject)}::text[],
                  ${subjects.map(({ leafIndex }) => leafIndex)}::bigint[])
           as given (subject, leaf_index)
      join disclosure using (leaf_index)
     where log_id = ${logId}::smallint
    on conflict do nothing`.execute(db)
}

/** Whose pseudonym is whose in a log, up to a row of its keys; from row 0 in place of all it had. */
export async function putPersons(
  db: Transaction<unknown>,
  origin: string,
  { from, to, persons }: { from: number; to: number; persons: readonly PersonHandle[] },
): Promise<void> {
  if (from === 0) {
    await sql`delete from person using log
      where log.id = person.log_id and log.origin = ${origin}`.execute(db)
  }
  await sql`update log set persons = ${to}::bigint where origin = ${origin}`.execute(db)
  await sql`
    insert into person (handle, log_id, subject)
    select given.handle, log.id, given.subject
      from log, unnest(${persons.map(({ handle }) => handle)}::text[],
                       ${persons.map(({ pseudonym }) => pseudonym)}::text[])
                as given (handle, subject)
     where log.origin = ${origin}
    on conflict do nothing`.execute(db)
}

export async function countPersons(db: Db, origin: string): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*) from person join log on log.id = log_id where origin = ${origin}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Makes a person nobody's in every log; answers in how many the person was. */
export async function forgetPerson(db: Db, handle: string): Promise<number> {
  const gone = await sql`delete from person where handle = ${handle} returning log_id`.execute(db)
  return gone.rows.length
}

export async function setAsOf(db: Db, origin: string, asOf: string): Promise<void> {
  await sql`update log set as_of = ${asOf}::timestamptz
    where origin = ${origin} and (as_of is null or as_of < ${asOf}::timestamptz)`.execute(db)
}

/** Where the gateway of a log answers the others. */
export async function setPeer(db: Db, origin: string, url: string | null): Promise<void> {
  await sql`update log set peer_url = ${url} where origin = ${origin}`.execute(db)
}

/** The same of a log whose persons are kept under a key of this name. */
export async function findPeer(db: Db, origin: string, keyId: string): Promise<string | null> {
  const { rows } = await sql<{ readonly peerUrl: string | null }>`
    select peer_url from log where origin = ${origin} and key_id = ${keyId}`.execute(db)
  return rows[0]?.peerUrl ?? null
}

/** Names by code; the newest stands. */
export async function putNames(
  db: Db,
  table: 'agency_name' | 'purpose_name',
  names: Readonly<Record<string, string>>,
): Promise<void> {
  const key = table === 'agency_name' ? 'code' : 'id'
  await sql`
    insert into ${sql.table(table)} (${sql.ref(key)}, name)
    select * from unnest(${Object.keys(names)}::text[], ${Object.values(names)}::text[])
    on conflict (${sql.ref(key)}) do update set name = excluded.name
      where ${sql.table(table)}.name <> excluded.name`.execute(db)
}

export async function findPseudonyms(
  db: Db,
  handles: readonly string[],
  keyId: string,
  exceptOrigin: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly subject: string }>`
    select person.subject from person join log on log.id = person.log_id
     where person.handle = any(${handles}::text[]) and log.key_id = ${keyId}
       and log.origin <> ${exceptOrigin}`.execute(db)
  return rows.map(({ subject }) => subject)
}

/**
 * Looks at persons that may be seen now, newest first, one for each request. What a rule keeps back for
 * days is not there at all. A look under somebody else's case has the start of its day in Taiwan as its
 * time, so that neither its place nor a cursor tells the hour.
 */
export async function findLooks(db: Db, question: LooksQuestion): Promise<readonly Look[]> {
  const { subjects, ownCases, agencies, ownAgency, first, after, requestId = null } = question
  const { rows } = await sql<Look>`
    with look as (
      select disclosure.*, ground.*, md5(request_id) as tie,
             case_no is not null and not case_no = any(${ownCases}::text[]) as is_related,
             (at at time zone 'Asia/Taipei')::date as day
        from disclosure_subject
        join disclosure using (log_id, leaf_index)
        join ground on ground.id = disclosure.ground_id
       where subject = any(${subjects}::text[])
         and (${requestId}::text is null or request_id = ${requestId})
         and (${agencies}::text[] is null or agency = any(${agencies}::text[]))
    ), told as (
      select look.*, coalesce(is_related, false) as is_told_late,
             case when is_related then day::timestamp at time zone 'Asia/Taipei' else at end as told_at
        from look
       where agency = ${ownAgency}
          or at + interval '1 day' * (
               select coalesce(max(delay_days), 0) from showing_rule rule
                where rule.purpose in (look.purpose, '*')
                  and (rule.covers = 'PURPOSE' or look.is_related)
                  and look.day between rule.valid_from and coalesce(rule.valid_to, 'infinity')
             ) <= now()
    )
    select distinct on (told_at, tie)
           told_at as at, tie, is_told_late as is_related, leaf_index, request_id, actor, client, agency,
           role, told.purpose, legal_basis, channel, case_no, data_classes,
           coalesce(agency_name.name, agency) as agency_name,
           coalesce(purpose_name.name, told.purpose) as purpose_name
      from told
      left join agency_name on agency_name.code = agency
      left join purpose_name on purpose_name.id = told.purpose
     where ${after === null} or (told_at, tie) < (${after?.at ?? null}::timestamptz, ${after?.tie ?? null}::text)
     order by told_at desc, tie desc
     limit ${first}`.execute(db)
  return rows
}

/** Where the outcome of a request stands. */
export async function findDisclosure(
  db: Db,
  requestId: string,
): Promise<DisclosurePlace | undefined> {
  const { rows } = await sql<DisclosurePlace>`
    select log.origin, leaf_index, at, request_id, actor, client, agency, role, purpose, legal_basis,
           channel, case_no, data_classes
      from disclosure
      join ground on ground.id = ground_id
      join log on log.id = log_id
     where request_id = ${requestId}
     limit 1`.execute(db)
  return rows[0]
}

/** Whether anything was disclosed to an actor or client for a purpose outside these. */
export async function hasDisclosed(
  db: Db,
  { actor, client }: Asker,
  purposes: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from ground
     where (actor = ${actor} or client = ${client}) and purpose <> all(${purposes}::text[])
       and exists (select 1 from disclosure where ground_id = ground.id)
     limit 1`.execute(db)
  return rows.length > 0
}

/** Forgets a log's records, to take them in anew. */
export async function clearLog(db: Transaction<unknown>, origin: string): Promise<void> {
  await sql`delete from disclosure using log
    where log.id = disclosure.log_id and log.origin = ${origin}`.execute(db)
  await sql`update log set records = 0, persons = 0, as_of = null, first_leaf = null
    where origin = ${origin}`.execute(db)
}

/** How long looks are kept, and where that stands. */
export interface Retention {
  readonly years: number
  readonly source: string
  /** First day, in Taiwan, whose looks may not go. */
  readonly keptFrom: string
}

/** The rule of retention in force on a day; the longest, where there are several. */
export async function findRetention(db: Db, day: string): Promise<Retention | undefined> {
  const { rows } = await sql<Retention>`
    select years, source, (${day}::date - interval '1 year' * years)::date as kept_from
      from retention_rule
     where valid_from <= ${day}::date
     order by years desc, valid_from desc
     limit 1`.execute(db)
  return rows[0]
}

/** Forgets looks before the start of a day in Taiwan, for good. */
export async function pruneLooks(db: Transaction<unknown>, before: string): Promise<number> {
  const start = sql`${before}::date::timestamp at time zone 'Asia/Taipei'`
  await sql`update log set kept_from = greatest(kept_from, ${start})`.execute(db)
  const { rows } = await sql<{ readonly count: number }>`
    with gone as (delete from disclosure where at < ${start} returning 1)
    select count(*) from gone`.execute(db)
  return rows[0]?.count ?? 0
}

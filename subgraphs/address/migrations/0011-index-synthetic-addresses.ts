import { sql, type Kysely } from 'kysely'

/** An officer's new address is looked for among made-up plates as well as among real ones. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index door_plate_synthetic_address on door_plate (address_key)
    where status = 'ACTIVE' and is_synthetic`.execute(db)
}

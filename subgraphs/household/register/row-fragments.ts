import { sql, type RawBuilder } from 'kysely'

/** Columns of RegisteredPerson over `person p`. */
export function personColumns(today: string): RawBuilder<unknown> {
  return sql`p.*,
    (select national_id from person_national_id n
      where n.person_no = p.person_no and n.valid_to is null) as national_id,
    -- a number that is someone else's now would lead other registers to the wrong person
    array(select national_id from person_national_id n
      where n.person_no = p.person_no and n.valid_to is not null and not exists (
        select from person_national_id o where o.national_id = n.national_id and o.valid_to is null)
      order by n.valid_from) as former_national_ids,
    exists (select from protection pr where pr.person_no = p.person_no
      and ${isInForce(sql`pr.valid_from`, sql`pr.valid_to`, today)})
    or exists (
      select from household_member own
      join household_member mate on mate.household_key = own.household_key and mate.is_present
      join protection pr on pr.person_no = mate.person_no
      where own.person_no = p.person_no and own.is_present
        and ${isInForce(sql`pr.valid_from`, sql`pr.valid_to`, today)}) as is_protected,
    (select h.town_code from household_member own join household h using (household_key)
      where own.person_no = p.person_no and own.is_present) as town_code`
}

/** Whether someone protected lives in `household h`. In a closed record everyone counts: a successor may stand at the same address. */
export function householdProtected(today: string): RawBuilder<unknown> {
  return sql`exists (
    select from household_member mate join protection pr on pr.person_no = mate.person_no
    where mate.household_key = h.household_key and (mate.is_present or h.status = 'CLOSED')
      and ${isInForce(sql`pr.valid_from`, sql`pr.valid_to`, today)})`
}

/** Whether a period holds on the day; the last day still counts. */
export function isInForce(
  from: RawBuilder<unknown>,
  to: RawBuilder<unknown>,
  day: string,
): RawBuilder<boolean> {
  return sql`(${from} <= ${day}::date and (${to} is null or ${to} >= ${day}::date))`
}

import { sql, type RawBuilder } from 'kysely'

/** Columns of RegisteredPerson over `person p` and the `home` of `homeOf`. */
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
      and ${isInForce(sql`pr.valid_from`, sql`pr.valid_to`, today)} ${BY_INDEX})
      or coalesce(home.is_protected, false) as is_protected,
    home.town_code`
}

/** Joins `home`, the household that `person p` lives in now, once a person; its columns are null without one. */
export function homeOf(today: string, householdKey = OWN_KEY): RawBuilder<unknown> {
  return sql`left join lateral (
    select h.town_code, exists (
      select from household_member mate join protection pr on pr.person_no = mate.person_no
      where mate.household_key = h.household_key and mate.is_present
        and ${isInForce(sql`pr.valid_from`, sql`pr.valid_to`, today)} ${BY_INDEX}) as is_protected
    from household h where h.household_key = ${householdKey}
  ) home on true`
}

const OWN_KEY = sql`(select own.household_key from household_member own
  where own.person_no = p.person_no and own.is_present)`

/** As OWN_KEY, for whom a row of `household_member m` may tell without asking again. */
export const KEY_OF_MEMBER = sql`case when m.is_present then m.household_key else ${OWN_KEY} end`

/**
 * Ends a check that must go by its index. Without it the planner, which does not know how few are asked
 * for, reads the whole table once a question: a cost that grows with the register.
 */
export const BY_INDEX = sql.raw('offset 0')

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

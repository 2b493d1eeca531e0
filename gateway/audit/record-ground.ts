import type { CompiledOperation } from '../compile/compile-operation.ts'
import { canonicalBytes } from './canonical-json.ts'
import type { DisclosureIntent } from './disclosure-log.ts'
import { formOf, type RecordForm } from './record-form.ts'

type Members = Readonly<Record<string, unknown>>

/** What records say of who asked for what, whoever the officer and whatever the case. */
interface Ground {
  readonly operationHash: string
  readonly members: Members
  /** Forms of the records that stand on it, by kind. */
  readonly forms: Map<string, RecordForm>
}

// One compiled operation serves all who have the same rights, under whatever agreement.
const MOST_GROUNDS = 16
const groundsOf = new WeakMap<CompiledOperation, Ground[]>()

/** What every record of a request says beside its actor, case and id: on which ground what was asked for. */
export function groundOf({ context, operationHash, compiled }: DisclosureIntent): Members {
  const { caller, access, channel } = context
  return {
    client: caller.client,
    agency: caller.agency,
    role: caller.role,
    purpose: caller.purpose,
    legalBasis: caller.legalBasis,
    agreement: access?.agreement.id ?? null,
    channel,
    operation: `sha256:${operationHash}`,
    refused: refusedIn(compiled.refusals),
  }
}

/**
 * The form of a kind of records on the ground of a request, written once; `describe` tells what else
 * records of the kind have in common, and in what they differ.
 */
export function formFor(
  intent: DisclosureIntent,
  kind: string,
  describe: () => readonly [standing: Members, differing: readonly string[]],
): RecordForm {
  const { members, forms } = findGround(intent)
  const known = forms.get(kind)
  if (known) return known
  const [standing, differing] = describe()
  const form = formOf({ ...members, ...standing }, differing)
  forms.set(kind, form)
  return form
}

function findGround(intent: DisclosureIntent): Ground {
  const grounds = groundsOf.get(intent.compiled) ?? []
  for (const ground of grounds) if (isOn(ground, intent)) return ground
  const { operationHash } = intent
  const ground = { operationHash, members: groundOf(intent), forms: new Map<string, RecordForm>() }
  groundsOf.set(intent.compiled, [ground, ...grounds.slice(0, MOST_GROUNDS - 1)])
  return ground
}

/** Whether a request stands on this ground. */
function isOn({ members, operationHash }: Ground, intent: DisclosureIntent): boolean {
  const { caller, access, channel } = intent.context
  return (
    operationHash === intent.operationHash &&
    members['client'] === caller.client &&
    members['agreement'] === (access?.agreement.id ?? null) &&
    members['role'] === caller.role &&
    members['agency'] === caller.agency &&
    members['purpose'] === caller.purpose &&
    members['legalBasis'] === caller.legalBasis &&
    members['channel'] === channel
  )
}

const refusedOf = new WeakMap<object, readonly string[]>()

function refusedIn(refusals: CompiledOperation['refusals']): readonly string[] {
  const known = refusedOf.get(refusals)
  if (known) return known
  const refused = [...new Set(refusals.map(({ coordinate }) => coordinate))].toSorted()
  refusedOf.set(refusals, refused)
  return refused
}

const bytesOf = new WeakMap<object, Buffer>()

/** A list that answers of an operation share, written once. */
export function listBytes(list: readonly string[]): Buffer {
  const bytes = bytesOf.get(list) ?? canonicalBytes(list)
  bytesOf.set(list, bytes)
  return bytes
}

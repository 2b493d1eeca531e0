import { rocText } from '../../../schemas/scalars/dates.ts'
import type {
  GeneratedHousehold,
  GeneratedPerson,
  GeneratedRegistration,
} from '../../_kit/population/types.ts'

/** A note 記事 as the register has it: national IDs of everyone it names inside. */
export interface ComposedNote {
  readonly text: string
  readonly namesAddress: boolean
}

/** What a registration is written down about. */
export interface NoteSubject {
  readonly person: GeneratedPerson
  readonly event: GeneratedRegistration
  /** The other person of the event, where the register has a record. */
  readonly other: GeneratedPerson | undefined
  /** Where the person moved to or lives, only for the latest move. */
  readonly address: string | null
}

/** The sentence a registration leaves in the personal notes 個人記事. */
export function composePersonNote(subject: NoteSubject): ComposedNote {
  const { event, address } = subject
  const namesAddress = address !== null && isMove(event.type)
  const closing = `${rocDay(event.registeredDate)}申登。`
  return { text: `${sentence(subject)}${closing}`, namesAddress }
}

/** The sentence in the household notes 全戶動態記事 when a head's death closed the record before. */
export function composeHeadDeathNote(
  dead: GeneratedPerson,
  head: GeneratedPerson,
  closedDate: string,
): ComposedNote {
  const text = `原戶長${named(dead)}${rocDay(closedDate)}死亡,由${named(head)}繼為戶長。`
  return { text, namesAddress: false }
}

/** The sentence in the household notes when an enterprise set up its household. */
export function composeBusinessNote(
  household: GeneratedHousehold,
  head: GeneratedPerson,
): ComposedNote {
  const { name, addressText, establishedDate } = household
  const day = rocDay(establishedDate)
  const text = `${day}於${addressText}設立共同事業戶${name ?? ''},戶長${named(head)}。`
  return { text, namesAddress: true }
}

/** Whether a registration is a move, whose sentence names an address. */
export function isMove(type: string): boolean {
  return Object.hasOwn(MOVES, type)
}

const MOVES: Readonly<Record<string, string>> = {
  INITIAL: '初設戶籍於',
  MOVE_IN: '遷入',
  MOVE_OUT: '遷出至',
  ADDR_CHANGE: '住址變更為',
  SPLIT: '分戶於',
}

const EVENTS: Readonly<Record<string, string>> = {
  INITIAL: '初設戶籍',
  MOVE_IN: '遷入',
  MOVE_OUT: '遷出',
  ADDR_CHANGE: '住址變更',
  SPLIT: '分戶',
  DEATH: '死亡',
  NAME_CHANGE: '改名',
  INDIGENOUS: '取得原住民身分',
}

function sentence(subject: NoteSubject): string {
  const { person, event, address } = subject
  const day = rocDay(event.eventDate)
  const move = MOVES[event.type]
  if (move !== undefined && address !== null) return `${day}${move}${address}`
  switch (event.type) {
    case 'BIRTH':
      return `${day}在${person.birthPlace}出生`
    case 'MARRY':
    case 'DIVORCE':
      return `與${otherNamed(subject, '配偶')}${day}${event.type === 'MARRY' ? '結婚' : '離婚'}`
    case 'ADOPT':
    case 'GUARDIAN':
    case 'CUSTODY':
      return careSentence(subject, day)
    case 'CORRECT':
      return correction(person, event.eventDate, day)
    default:
      return `${day}${EVENTS[event.type] ?? '登記'}`
  }
}

/** The elder of the two cares for the younger; the note stands with either of them. */
function careSentence(subject: NoteSubject, day: string): string {
  const { person, event, other } = subject
  const isCarer = other !== undefined && other.birthDate > person.birthDate
  const who = otherNamed(subject, '關係人')
  if (event.type === 'ADOPT') return isCarer ? `${day}收養${who}` : `${day}被${who}收養`
  if (event.type === 'GUARDIAN') return isCarer ? `${day}擔任${who}監護人` : `${day}由${who}監護`
  const right = '未成年子女權利義務之行使負擔'
  return isCarer ? `${day}任${who}${right}` : `${day}${right}由${who}任之`
}

function correction(person: GeneratedPerson, eventDate: string, day: string): string {
  const numbers = [...person.formerNationalIds, { nationalId: person.nationalId, validTo: null }]
  const index = numbers.findIndex(({ validTo }) => validTo === eventDate)
  const at = index >= 0 ? index : numbers.length - 2
  const [former, next] = [numbers[at], numbers[at + 1]]
  if (!former || !next) return `${day}更正登記`
  return `原統一編號${former.nationalId}${day}更正為${next.nationalId}`
}

function rocDay(isoDate: string): string {
  const text = rocText(isoDate)
  return text.startsWith('民國') ? text : `民國${text}`
}

function otherNamed({ other }: NoteSubject, fallback: string): string {
  return other ? named(other) : fallback
}

function named({ name, nationalId }: GeneratedPerson): string {
  return `${name.full}統一編號${nationalId}`
}

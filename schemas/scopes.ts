/** What a scope opens: one class of one agency's data. */
export interface Scope {
  /** `<agency>:<data class>`, as the access directives name it */
  readonly id: string
  readonly english: string
  /** the official Chinese term */
  readonly chinese: string
  /** data classes 個人資料類別 of the purposes-and-classes table under the Personal Data Protection Act, Art. 53 */
  readonly dataClasses: readonly string[]
}

const scope = (id: string, english: string, chinese: string, ...dataClasses: string[]): Scope => ({
  id,
  english,
  chinese,
  dataClasses,
})

/** Every scope of the hub. An agreement or directive that names another is refused at start. */
export const SCOPES: readonly Scope[] = [
  scope(
    'household:identity',
    'Name, birth date, sex, masked ID',
    '身分基本資料',
    'C001',
    'C003',
    'C011',
  ),
  scope('household:flags', 'Flags on a person', '註記', 'C001'),
  scope('household:flags-basis', 'Why a flag stands', '註記事由', 'C001'),
  scope('household:registration', 'Household, members, head', '戶籍資料', 'C021', 'C023'),
  scope('household:address', 'Registered address', '戶籍地址', 'C001', 'C031'),
  scope('household:kinship', 'Kin across households', '親等關聯', 'C021', 'C023'),
  scope('household:break-glass', 'Access in an emergency', '緊急查詢', 'C001'),
  scope('household:notes', 'Register notes', '記事', 'C021', 'C023'),
  scope('household:id-card', 'ID card issue data', '國民身分證領補換資料', 'C003'),
  scope(
    'household:history',
    'Earlier names, IDs and records',
    '戶籍異動紀錄',
    'C001',
    'C003',
    'C034',
  ),
  scope('household:bulk', 'People of a list, in one call', '名冊查詢', 'C001', 'C003'),
  scope('household:verify', 'Claims checked, without data', '免書證查驗', 'C003', 'C021'),
  scope('tax:bills', 'Tax bills and payment', '稅單及繳納情形', 'C002', 'C032'),
  scope('tax:residence', 'Self-use residence', '自用住宅', 'C031', 'C032'),
  scope('tax:property', 'House and land holdings', '財產', 'C032'),
  scope('tax:income', 'Income', '所得', 'C068', 'C081'),
  scope('vehicle:vehicles', 'Vehicles, plates, fees', '車籍', 'C032'),
  scope('vehicle:licence', 'Driving licence', '駕照', 'C039'),
  scope('welfare:status', 'Welfare status', '福利身分', 'C087'),
  scope('welfare:applications', 'Welfare applications', '福利申請案', 'C087'),
  scope('address:plates-write', 'Changes to door plates', '門牌編釘'),
  scope('hub:status', 'State of the agencies', '系統狀態'),
  scope('hub:access-log', 'Who looked at a person', '查詢紀錄', 'C003'),
  scope('hub:receipts', 'Proof of a disclosure', '揭露證明'),
]

const SCOPE_IDS: ReadonlySet<string> = new Set(SCOPES.map(({ id }) => id))

/** Whether the hub has a scope of this id. */
export function isKnownScope(id: string): boolean {
  return SCOPE_IDS.has(id)
}

/** The agency (subgraph) whose data a scope opens. */
export function agencyOfScope(id: string): string {
  return id.slice(0, id.indexOf(':'))
}

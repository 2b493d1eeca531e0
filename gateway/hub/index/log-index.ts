/** What one request disclosed and on which ground, as the log's first record of its outcome says. */
export interface IndexedDisclosure {
  readonly leafIndex: number
  /** RFC 3339 */
  readonly at: string
  readonly requestId: string
  readonly actor: string
  readonly client: string
  readonly agency: string
  readonly role: string
  readonly purpose: string
  readonly legalBasis: string
  readonly channel: string
  readonly caseNo: string | null
  /** 個人資料類別, such as C001 */
  readonly dataClasses: readonly string[]
}

/** A person in an outcome, by pseudonym; `leafIndex` is that of the outcome's first record. */
export interface IndexedSubject {
  readonly leafIndex: number
  readonly subject: string
}

/** What the records from `from` up to `to` of one log hold for the index. */
export interface IndexBatch {
  readonly origin: string
  readonly from: number
  readonly to: number
  readonly disclosures: readonly IndexedDisclosure[]
  readonly subjects: readonly IndexedSubject[]
}

/** How far the index knows a log. */
export interface IndexedLog {
  readonly origin: string
  /** Records that are in the index. */
  readonly records: number
  /** Rows of persons' keys that are. */
  readonly persons: number
  /** Everything written until then is there; null before the first look. */
  readonly asOf: string | null
  /** Whose persons' handles lead to its pseudonyms: a name of the key, not the key. */
  readonly keyId: string
}

/** Whose pseudonym is whose, for the gateways of the same key. */
export interface PersonHandle {
  readonly handle: string
  readonly pseudonym: string
}

/** Which looks at a person are asked for. */
export interface LooksQuestion {
  readonly subjects: readonly string[]
  readonly requestId?: string
  /** Cases of the person's own; looks under others are neutral and come late. Null: every case is equal. */
  readonly ownCases: readonly string[] | null
  /** Agencies whose looks are asked for; null: of all. */
  readonly agencies: readonly string[] | null
  /** The agency from which nothing is kept back. */
  readonly ownAgency: string | null
  readonly first: number
  readonly after: LookPlace | null
}

/** Where a look stands in the answer: newest first. */
export interface LookPlace {
  readonly at: string
  readonly tie: string
}

/** A look at a person, with the names of who looked and why. */
export interface Look extends IndexedDisclosure, LookPlace {
  readonly agencyName: string
  readonly purposeName: string
  /** Whether somebody else's case led to the person; `at` is the start of the day then. */
  readonly isRelated: boolean
}

/** Where a disclosure stands, and who asked. */
export interface DisclosurePlace extends IndexedDisclosure {
  readonly origin: string
}

/** Names of agencies and purposes by code, for as long as the index keeps what they did. */
export interface AskerNames {
  readonly agencies: Readonly<Record<string, string>>
  readonly purposes: Readonly<Record<string, string>>
}

/**
 * The search index over the disclosure logs of all gateways. It holds nothing that the logs do not, and
 * can be dropped and made anew from them. Every call throws DATABASE_UNAVAILABLE while its database is away.
 */
export interface LogIndex {
  /**
   * Takes a name for the log of this first record, null while it has none.
   *
   * @throws HubError LOG_ORIGIN_TAKEN where the name stands for another log
   */
  claim(origin: string, keyId: string, firstLeaf: string | null): Promise<void>
  /** How far it knows this log, which it may not have met before. */
  stand(origin: string, keyId: string): Promise<IndexedLog>
  /** Takes records in, all or none, if it stands at `from`; answers where it stands then. */
  add(batch: IndexBatch): Promise<number>
  /** Takes persons in up to row `to`; `from` 0 puts them in place of those it had. */
  addPersons(
    origin: string,
    from: number,
    to: number,
    persons: readonly PersonHandle[],
  ): Promise<void>
  /** Persons of this log that it has. */
  countPersons(origin: string): Promise<number>
  /** Everything written to this log until `asOf` is in the index. */
  noteCurrent(origin: string, asOf: string): Promise<void>
  /** Where the gateway of this log answers the others; null: nowhere. */
  notePeer(origin: string, url: string | null): Promise<void>
  /** What was told of the gateway that keeps a log, one of the same key. */
  peerOf(origin: string, keyId: string): Promise<string | null>
  noteNames(names: AskerNames): Promise<void>
  /** Every log it knows. */
  logs(): Promise<readonly IndexedLog[]>
  /** Pseudonyms of persons in the logs of a key, but for one log. */
  pseudonymsOf(
    handles: readonly string[],
    keyId: string,
    exceptOrigin: string,
  ): Promise<readonly string[]>
  /** Looks that the rules let be seen now, newest first. */
  findLooks(question: LooksQuestion): Promise<readonly Look[]>
  findDisclosure(requestId: string): Promise<DisclosurePlace | undefined>
  /** Whether an actor or client ever disclosed anything for a purpose outside these. */
  hasDisclosed(who: Asker, purposes: readonly string[]): Promise<boolean>
  close(): Promise<void>
}

/** Who asked. */
export interface Asker {
  readonly actor: string
  readonly client: string | null
}

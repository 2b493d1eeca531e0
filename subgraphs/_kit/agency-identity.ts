/** Who an agency is. */
export interface AgencyIdentity {
  /** Folder name = subgraph = compose service = token audience. */
  readonly name: string
  /** What a newcomer reads first: English and 中文. */
  readonly title: { readonly en: string; readonly zh: string }
  /** Where it listens by default; unique among agencies. */
  readonly port: number
}

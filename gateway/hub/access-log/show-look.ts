import type { AccessLogEntry } from '../generated.ts'
import type { Look } from '../index/log-index.ts'

/**
 * What a person is told of a look to which somebody else's case led: that it was, which agency and
 * which day. Purpose, case, role and classes would tell what the other person applied for.
 */
const RELATED_CASE = {
  id: 'related-case',
  name: '與他人案件相關之查詢',
  legalBasis: null,
} as const

/** A look as the log's reader sees it. */
export function showLook(look: Look): AccessLogEntry {
  const { at, channel } = look
  const agency = { code: look.agency, name: look.agencyName }
  if (look.isRelated) {
    const hidden = { role: null, caseNo: null, dataClasses: [], requestId: null }
    return { at, agency, purpose: RELATED_CASE, channel, ...hidden }
  }
  return {
    at,
    agency,
    role: look.role || null,
    purpose: { id: look.purpose, name: look.purposeName, legalBasis: look.legalBasis || null },
    caseNo: look.caseNo,
    dataClasses: look.dataClasses,
    channel,
    requestId: look.requestId,
  }
}

/**
 * The fields of one line of CSV. A door plate never holds a line feed, so a damaged line costs itself
 * alone. Null where a quotation mark is not closed.
 */
export function splitRecord(line: string): readonly string[] | null {
  return line.includes('"') ? splitQuoted(line) : line.split(',')
}

function splitQuoted(line: string): readonly string[] | null {
  const fields: string[] = []
  let start = 0
  while (start <= line.length) {
    const isQuoted = line[start] === '"'
    const end = isQuoted ? closingQuote(line, start + 1) : separator(line, start)
    if (end === -1) return null
    const text = line.slice(isQuoted ? start + 1 : start, end)
    fields.push(isQuoted ? text.replaceAll('""', '"') : text)
    const next = isQuoted ? end + 1 : end
    if (next < line.length && line[next] !== ',') return null
    start = next + 1
  }
  return fields
}

function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from)
  while (at !== -1 && line[at + 1] === '"') at = line.indexOf('"', at + 2)
  return at
}

function separator(line: string, from: number): number {
  const at = line.indexOf(',', from)
  return at === -1 ? line.length : at
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { listAgencies, loadAgency } from '../cli/agencies.ts'
import { renderErrors } from '../docs/render-errors.ts'
import { listAgencyFolders, readSources, readText, ROOT } from './support/source-tree.ts'

const readme = readText('README.md')
const folders = listAgencyFolders()
/** A row of a table of errors in the source. */
const CODE = /^ {2}[A-Z_]+: kind\(/gm

describe('docs/errors.md', () => {
  it('says what schemas/errors.ts says', () => {
    expect(readText('docs/errors.md')).toBe(renderErrors())
  })

  it('has each code of schemas/errors/ once', () => {
    const stated = readSources(['schemas/errors']).flatMap(({ text }) => text.match(CODE) ?? [])
    const shown = readText('docs/errors.md').match(/^\| `/gm)
    expect(shown).toHaveLength(stated.length)
  })
})

describe('the README', () => {
  it('names the agencies that the folder and the compose file have', () => {
    const rows = [...readme.matchAll(/^\| \[(\w+)\]\(subgraphs\/\1\)/gm)].map(([, name]) => name!)
    const { services } = parse(readText('docker-compose.yml'), { merge: true }) as {
      services: Record<string, unknown>
    }
    const parts = Object.keys(services).filter(
      (name) => !['gateway', 'postgres', 'log-index', 'keys'].includes(name),
    )
    expect(rows.toSorted()).toEqual(folders)
    expect(parts.toSorted()).toEqual(folders)
    expect(listAgencies()).toEqual(folders)
  })

  it.each(folders)('gives %s its Chinese name and its port', async (name) => {
    const { title, port } = await loadAgency(name)
    const row = readme.split('\n').find((line) => line.startsWith(`| [${name}](`)) ?? ''
    const cells = row.split('|').map((cell) => cell.trim())
    expect(cells[2]).toBe(title.zh)
    expect(cells[4]).toBe(String(port))
  })

  it('names no script that package.json lacks', () => {
    const { scripts } = JSON.parse(readText('package.json')) as { scripts: object }
    const named = [...readme.matchAll(/npm (?:run (?:--silent )?)?([a-z:]+)/g)].map(([, s]) => s!)
    const own = named.filter((name) => !['ci', 'cit', 'install', 'and', 'are'].includes(name))
    expect(own.length).toBeGreaterThan(5)
    expect(own.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
  })

  it('names no hub command that is not there', () => {
    const named = [...readme.matchAll(/hub(?:\.ts)? (?:-- )?(\w+)(?= |`)/g)].map(
      ([, word]) => word!,
    )
    const commands = named.filter((word) =>
      existsSync(join(ROOT, `cli/command/${word}-command.ts`)),
    )
    expect(new Set(commands)).toEqual(
      new Set([
        'query',
        'token',
        'import',
        'diff',
        'export',
        'seed',
        'keys',
        'agreements',
        'audit',
      ]),
    )
    const asked = [...readme.matchAll(/npm run (?:--silent )?hub -- (\w+)/g)].map(
      ([, word]) => word!,
    )
    expect(asked.filter((word) => !commands.includes(word))).toEqual([])
  })

  it('lists every variable that is read', () => {
    const configs = readSources(['auth', 'subgraphs', 'gateway', 'cli', 'test']).filter(
      ({ path }) => path.endsWith('config.ts'),
    )
    const read = configs.flatMap(({ text }) => [
      ...text.matchAll(/['"`]((?:HUB_|NODE_ENV)[A-Z_]*)/g),
    ])
    const variables = [...new Set(read.map(([, variable]) => variable!))]
    expect(variables).toEqual(expect.arrayContaining(['HUB_PORT', 'HUB_SEALED_KEY', 'HUB_TODAY']))
    expect(variables.filter((variable) => !readme.includes(variable))).toEqual([])
  })

  it('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target!)
    expect(links.filter((target) => !existsSync(join(ROOT, target)))).toEqual([])
  })
})

describe('decisions', () => {
  const decisions = [...readText('docs/adr/README.md').matchAll(/\((\d{4}-[a-z0-9-]+\.md)\)/g)].map(
    ([, file]) => file!,
  )

  it.each(decisions)('%s has at most 40 lines and its parts', (file) => {
    const text = readText(`docs/adr/${file}`)
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
    for (const part of ['## Why', '## Costs']) expect(text).toContain(part)
  })
})

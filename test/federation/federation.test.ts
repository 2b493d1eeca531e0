import { lintInterfaceObjects } from '../../cli/compose/lint-federation.ts'
import { lintSubgraph } from '../../cli/compose/lint-subgraph.ts'
import { createApolloExecutor } from '../support/federation/apollo-executor.ts'
import { createCompiledExecutor } from '../../gateway/execute/compiled/compiled-executor.ts'
import {
  askQuestion,
  compileQuestion,
  type MakeExecutor,
  type ScenarioAnswer,
} from '../support/federation/ask-scenario.ts'
import { composeScenario, type ComposedScenario } from '../support/federation/compose-scenario.ts'
import { createLocalAgency, type LocalAgency } from '../support/federation/local-agency.ts'
import { listScenarios } from '../support/federation/list-scenarios.ts'
import type { ScenarioCase } from '../support/federation/scenario.ts'

const scenarios = (await listScenarios()).map((scenario) => ({
  ...scenario,
  composed: composeScenario(scenario),
}))

it('has a scenario for every federation feature: at least forty', () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(40)
})

describe.each(scenarios)('$folder: $feature', ({ composed, cases }) => {
  it.each(cases)('$name', async (question) => {
    const agencies = agenciesOf(composed, question)
    if (question.refused !== undefined) {
      const refusal = ask(composed, question, createCompiledExecutor, agencies)
      await expect(refusal).rejects.toMatchObject({ code: question.refused })
      return
    }
    const ours = await ask(composed, question, createCompiledExecutor, agencies)
    expect(ours).toMatchObject({ data: question.data, errors: question.errors ?? [] })
    for (const [name, times] of Object.entries(question.asked ?? {})) {
      expect([name, agencies.get(name)?.asked()]).toEqual([name, times])
    }
    for (const [name, times] of Object.entries(question.represented ?? {})) {
      expect([name, agencies.get(name)?.represented()]).toEqual([name, times])
    }
  })

  it.each(cases.filter(({ refused }) => refused === undefined))(
    '$name (the reference)',
    async (question) => {
      const ours = await ask(composed, question, createCompiledExecutor)
      const reference = await askReference(composed, question)
      if (question.referenceFault === undefined) expect(reference).toEqual(comparable(ours))
      else expect(reference).not.toEqual(comparable(ours))
    },
  )
})

describe.each(scenarios.filter(({ lint }) => lint !== undefined))('$folder', (scenario) => {
  it(`is refused at composition: ${scenario.lint}`, () => {
    const { documents } = scenario.composed
    const faults = [
      ...[...documents].flatMap(([name, sdl]) => lintSubgraph(name, sdl)),
      ...lintInterfaceObjects([...documents.values()]),
    ]
    expect(faults.some((fault) => fault.endsWith(scenario.lint!))).toBe(true)
  })
})

/** The reference executor tells nobody of values that do not fit: it leaves a null alone. */
function comparable({ data, errors, faults }: ScenarioAnswer): object {
  return { text: JSON.stringify(data), errors: errors.filter((path) => !faults.includes(path)) }
}

async function askReference(composed: ComposedScenario, question: ScenarioCase): Promise<object> {
  try {
    return comparable(await ask(composed, question, createApolloExecutor))
  } catch {
    return { refused: true }
  }
}

async function ask(
  composed: ComposedScenario,
  question: ScenarioCase,
  makeExecutor: MakeExecutor,
  agencies = agenciesOf(composed, question),
): Promise<ScenarioAnswer> {
  const compiled = compileQuestion(composed.supergraph, question.query)
  const executor = makeExecutor(composed.supergraph, agencies)
  return askQuestion(composed.supergraph, compiled, executor, question.variables)
}

function agenciesOf(
  { schemas }: ComposedScenario,
  { down = [], tamper = {} }: ScenarioCase,
): ReadonlyMap<string, LocalAgency> {
  return new Map(
    [...schemas].map(([name, schema]) => [
      name,
      createLocalAgency(name, schema, { isDown: down.includes(name), tamper: tamper[name] }),
    ]),
  )
}

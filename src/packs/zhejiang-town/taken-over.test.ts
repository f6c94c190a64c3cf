import { expect, test } from 'vitest'
import { hazardLedger } from '../../../test/builders/hazard-ledger.ts'
import { takenOverAction, takenOverFields } from '../../core/importing/taken-over.ts'
import { withProcedure } from '../../core/matter/change-procedure.ts'
import { foldMatter } from '../../core/matter/matter.ts'
import { isSettled } from '../../core/matter/procedure-parts.ts'
import { day } from '../../core/time/day.ts'
import { packProcedures } from './procedure-titles.ts'

const by = { person: 7, org: 'order', today: day('2023-07-03'), source: '旧.xlsx' }

test('a case of an older register stands in any state of any procedure: settled ones without a clock, open ones only with clocks a step from there stops', () => {
  const { procedure: _, ...bare } = { ...hazardLedger(), fields: hazardLedger().fields.filter(({ fixed }) => fixed !== true) }
  for (const { procedure, fields } of packProcedures) {
    const ledger = withProcedure(bare, procedure, fields)
    expect(takenOverFields(ledger).find(({ key }) => key === 'state')?.choices?.map(({ key }) => key)).toEqual(procedure.states.map(({ key }) => key))
    for (const { key: state } of procedure.states) {
      const over = isSettled(procedure, state)
      const action = takenOverAction(ledger, { state, settled: over ? '2023-05-01' : null, holder: 'farm' }, by)
      if (action === undefined) throw new Error(`${state} is not taken over`)
      const matter = foldMatter(procedure, { day: day('2023-04-03'), raiser: 7, first: 'order', fields: {} }, [action], 'order')
      expect([matter.state, matter.settled, matter.holder, matter.owner, matter.last]).toEqual([state, over ? '2023-05-01' : null, 'farm', null, over ? '2023-05-01' : '2023-07-03'])
      const stopped = procedure.steps.filter(({ from }) => from.includes(state)).flatMap(({ effects }) => (effects ?? []).flatMap((effect) => (effect.do === 'stop' ? [effect.clock] : [])))
      expect([...matter.clocks.keys()].filter((key) => over || !stopped.includes(key))).toEqual([])
    }
  }
})

test('a row that says nothing of where its case stood begins here', () => {
  expect(takenOverAction(hazardLedger(), {}, by)).toBeUndefined()
  expect(takenOverAction(hazardLedger(), { state: 'found' }, by)).toBeUndefined()
  expect(takenOverAction(hazardLedger(), { settled: '2023-05-01' }, by)).toMatchObject({ day: '2023-05-01', given: { state: 'closed' } })
})

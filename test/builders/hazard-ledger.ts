import type { Ledger } from '../../src/core/ledger/ledger.ts'
import { matterFields } from '../../src/core/matter/matter-fields.ts'
import type { Procedure } from '../../src/core/matter/procedure.ts'
import { words } from '../../src/core/words.ts'
import { hazard as hazardPlan } from '../../src/packs/zhejiang-town/procedures/hazard.ts'

/** Hazards of the small town, kept by its order office, found in villages, mended by whom they are assigned to. */
export const hazardLedger = (procedure: Procedure = hazardPlan.procedure, more: Partial<Ledger> = {}): Ledger => ({
  key: 'hazard', title: words('隐患', 'Hazards'), shape: 'event', line: 'test', owner: 'order', orgField: 'org', dateField: 'day', villageEntry: true, procedure,
  fields: [
    { key: 'org', title: words('村', 'Village'), kind: 'org', required: true },
    { key: 'day', title: words('发现日期', 'Found'), kind: 'day', required: true },
    { key: 'place', title: words('位置', 'Place'), kind: 'text', required: true },
    { key: 'position', title: words('经纬度', 'Position'), kind: 'text' },
    { key: 'level', title: words('等级', 'Level'), kind: 'choice', required: true, choices: [{ key: 'general', title: words('一般', 'general') }, { key: 'major', title: words('重大', 'major') }] },
    { key: 'field', title: words('领域', 'Field'), kind: 'choice', choices: [{ key: 'fire', title: words('消防', 'fire') }, { key: 'flood', title: words('防汛', 'flood') }] },
    { key: 'photos', title: words('照片', 'Photos'), kind: 'file', max: '9' },
    { key: 'closed', title: words('销号日期', 'Struck off'), kind: 'day', fixed: true },
    ...matterFields(procedure),
  ],
  ...more,
})

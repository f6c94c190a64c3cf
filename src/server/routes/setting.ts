import { changeSetting, listSettings } from '../../api/file.ts'
import { mayUse } from '../../core/access/policy.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { settingProblem, townSettings } from '../../core/town-setting.ts'
import { readSettings } from '../../store/town-settings.ts'
import { endpoint } from '../endpoint.ts'

export const listSettingsEndpoint = endpoint({
  route: listSettings,
  load: ({ town }, reader) => readSettings(reader, town.schema),
  present: (stored, { caller }) => ({
    settings: townSettings.map(({ key, title, about, unit, from, least, most }) => {
      const set = stored.find((each) => each.key === key)
      return { key, title, about, unit, value: set?.value ?? from, least, most, saw: set?.version ?? null }
    }),
    can: { change: mayUse(caller.posts, changeSetting.verb) },
  }),
})

export const changeSettingEndpoint = endpoint({
  route: changeSetting,
  load: async ({ input, town }, reader) => {
    const problem = settingProblem(input.key, input.value)
    if (problem !== undefined) return problem
    const set = (await readSettings(reader, town.schema)).find((each) => each.key === input.key)
    return set !== undefined && input.saw === null ? refuse('stale-version', { entry: set.id }) : { set }
  },
  decide: ({ set }, { input, book, today }) => ({
    changes: [
      set === undefined
        ? { act: 'create', verb: changeSetting.verb, ledger: 'setting', spans: [{ from: null, to: null, fields: { key: input.key, value: String(input.value), org: book.treeAt(today).root, day: today } }] }
        : { act: 'correct', verb: changeSetting.verb, ledger: 'setting', entry: set.id, saw: input.saw ?? 0, set: { value: String(input.value), day: today } },
    ],
  }),
  present: (_, __, done) => done,
})

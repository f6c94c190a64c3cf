import { Button, Checkbox, InputNumber, Select } from 'antd'
import type { Procedure } from '../../../core/matter/procedure.ts'
import { usualReminders } from '../../../core/matter/reminder.ts'
import type { ReminderRule, ReminderTo } from '../../../core/matter/reminder-rule.ts'
import type { Words } from '../../../core/words.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { ProblemLines } from './ProblemLines.tsx'

type Rules = Procedure['reminders']
type Props = { readonly rules: Rules; readonly problems: (key: string) => readonly Words[]; readonly onChange: (rules: Rules) => void }

/** In this order whoever is told is named. */
const everybody: readonly ReminderTo[] = ['owner', 'office', 'leader']

/** Most rules a procedure has. */
const most = 20

/** The rules of reminding: the usual ones, or a procedure's own, each with its time and its people. */
export const ReminderFields = ({ rules, problems, onChange }: Props) => {
  const { m } = useSpeech()
  const { remind, removeRow } = m.procedure
  const put = (at: number, rule: ReminderRule) => onChange((rules ?? []).with(at, rule))
  return (
    <section className="procedure-reminders" aria-label={remind.title}>
      <h3>{remind.title}</h3>
      <p className="form-about">{rules === undefined ? remind.usual : remind.about}</p>
      {rules === undefined ? (
        <Button onClick={() => onChange([...usualReminders])}>{remind.own}</Button>
      ) : (
        <>
          {rules.length > 0 && (
            <DataTable
              caption={remind.title}
              rows={rules.map((rule, at) => ({ rule, at }))}
              keyOf={({ at }) => at}
              columns={[
                {
                  key: 'when',
                  title: remind.when,
                  lead: true,
                  cell: ({ rule, at }) => (
                    <>
                      <When rule={rule} label={remind.nth(at + 1)} onChange={(next) => put(at, next)} />
                      <ProblemLines said={problems(String(at))} />
                    </>
                  ),
                },
                {
                  key: 'to',
                  title: remind.to,
                  cell: ({ rule, at }) => (
                    <span role="group" aria-label={`${remind.to} ${remind.nth(at + 1)}`}>
                      {everybody.map((to) => {
                        const told = rule.to.includes(to)
                        return (
                          <Checkbox key={to} checked={told} disabled={told && rule.to.length === 1} onChange={() => put(at, { ...rule, to: everybody.filter((each) => (each === to ? !told : rule.to.includes(each))) })}>
                            {remind.whom[to]}
                          </Checkbox>
                        )
                      })}
                    </span>
                  ),
                },
                {
                  key: 'remove',
                  title: m.procedure.acts,
                  cell: ({ at }) => (
                    <Button size="small" aria-label={`${removeRow} ${remind.nth(at + 1)}`} onClick={() => onChange(rules.filter((_, place) => place !== at))}>
                      {removeRow}
                    </Button>
                  ),
                },
              ]}
            />
          )}
          <div className="procedure-add form-acts">
            <Button disabled={rules.length >= most} onClick={() => onChange([...rules, { share: freeShare(rules), to: ['owner'] }])}>
              {remind.add}
            </Button>
            <Button onClick={() => onChange(undefined)}>{remind.toUsual}</Button>
          </div>
        </>
      )}
    </section>
  )
}

const When = ({ rule, label, onChange }: { readonly rule: ReminderRule; readonly label: string; readonly onChange: (rule: ReminderRule) => void }) => {
  const { remind } = useSpeech().m.procedure
  const { to } = rule
  const isShare = 'share' in rule
  return (
    <span className="procedure-when">
      <Select
        size="small"
        aria-label={`${remind.when} ${label}`}
        value={isShare ? 'share' : 'overdue'}
        onChange={(kind) => onChange(kind === 'share' ? { share: 100, to } : { overdue: 3, to })}
        options={(['share', 'overdue'] as const).map((value) => ({ value, label: remind.kinds[value] }))}
        popupMatchSelectWidth={false}
        virtual={false}
      />
      <InputNumber
        size="small"
        className="procedure-length"
        aria-label={`${isShare ? remind.percent : remind.every} ${label}`}
        min={1}
        max={isShare ? 100 : 60}
        precision={0}
        value={isShare ? rule.share : rule.overdue}
        onChange={(value) => value !== null && onChange(isShare ? { share: value, to } : { overdue: value, to })}
        suffix={isShare ? '%' : remind.workdays}
      />
    </span>
  )
}

/** A share no rule has yet. */
const freeShare = (rules: readonly ReminderRule[]): number => {
  const taken = new Set(rules.map((rule) => ('share' in rule ? rule.share : 0)))
  return [50, 80, 100, 25, 75, 90].find((share) => !taken.has(share)) ?? Array.from({ length: 100 }, (_, at) => 100 - at).find((share) => !taken.has(share)) ?? 100
}

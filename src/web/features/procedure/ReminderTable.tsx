import type { Procedure } from '../../../core/matter/procedure.ts'
import { usualReminders } from '../../../core/matter/reminder.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

/** When somebody is told of a running limit, and who; the usual rules where the procedure has none of its own. */
export const ReminderTable = ({ procedure }: { readonly procedure: Procedure }) => {
  const { m } = useSpeech()
  const { remind } = m.procedure
  const rules = procedure.reminders ?? usualReminders
  return (
    <section className="procedure-reminders" aria-label={remind.title}>
      <h3>{remind.title}</h3>
      <p className="form-about">{procedure.reminders === undefined ? remind.usual : remind.about}</p>
      {rules.length === 0 ? (
        <p>{remind.none}</p>
      ) : (
        <DataTable
          caption={remind.title}
          rows={rules.map((rule, at) => ({ rule, at }))}
          keyOf={({ at }) => at}
          columns={[
            { key: 'when', title: remind.when, lead: true, wide: true, cell: ({ rule }) => ('share' in rule ? remind.share(rule.share) : remind.overdue(rule.overdue)) },
            { key: 'to', title: remind.to, wide: true, cell: ({ rule }) => rule.to.map((to) => remind.whom[to]).join(m.ui.comma) },
          ]}
        />
      )}
    </section>
  )
}

import type { OutputOf } from '../../app/wire.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { momentText } from '../../ui/moment-text.ts'

type Version = OutputOf<'procedure.read'>['versions'][number]

/** Every version of a procedure, the latest first, with what it changed and how many open matters follow it. */
export const VersionTable = ({ versions }: { readonly versions: readonly Version[] }) => {
  const { m } = useSpeech()
  const told = m.procedure
  return (
    <section className="procedure-versions">
      <h3>{told.versions}</h3>
      <DataTable
        caption={told.versions}
        rows={versions}
        keyOf={({ number }) => number}
        columns={[
          { key: 'version', title: told.version, cell: ({ version }) => <span className="number-text">{version}</span> },
          { key: 'at', title: told.at, line: true, cell: ({ recordedAt }) => <span className="number-text">{momentText(recordedAt)}</span> },
          { key: 'by', title: told.by, cell: ({ by }) => by },
          {
            key: 'changes',
            title: told.changes,
            lead: true,
            wide: true,
            cell: ({ changes, reason }) => (
              <>
                <ChangeList changes={changes} />
                {reason !== null && <small className="procedure-other">{reason}</small>}
              </>
            ),
          },
          { key: 'open', title: told.following, numeric: true, cell: ({ open }) => open },
        ]}
      />
    </section>
  )
}

/** What changed, one after another. */
export const ChangeList = ({ changes }: { readonly changes: Version['changes'] }) => {
  const { m, w } = useSpeech()
  return (
    <ul className="procedure-changes">
      {changes.map((change, at) => (
        <li key={at}>{(m.procedure.what[change.what] ?? m.procedure.what['other'])?.(w(change.title), change.was ?? '', change.is ?? '')}</li>
      ))}
    </ul>
  )
}

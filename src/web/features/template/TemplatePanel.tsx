import { useState } from 'react'
import { Button } from 'antd'
import type { TemplateOut } from '../../../api/template.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { sizeText } from '../source/document-file.ts'
import { RemoveTemplateDialog, UploadTemplateDialog } from './TemplateDialog.tsx'

/** The layouts the town uploaded for its reports, a new one, and one taken out of use. */
export const TemplatePanel = () => {
  const { m } = useSpeech()
  const query = useCall('template.list', {})
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<TemplateOut>()
  return (
    <>
      <p className="form-about">{m.template.about}</p>
      <Answer query={query} lines={3}>
        {({ templates, can }) => (
          <>
            {may(can, 'template.create') && (
              <div className="people-tools">
                <Button type="primary" onClick={() => setAdding(true)}>
                  {m.template.add}
                </Button>
              </div>
            )}
            {templates.length === 0 ? (
              <p className="faint">{m.template.none}</p>
            ) : (
              <DataTable
                caption={m.template.title}
                rows={templates}
                keyOf={(row) => String(row.entry)}
                columns={[
                  { key: 'title', title: m.template.name, lead: true, cell: (row) => row.title },
                  { key: 'name', title: m.template.file, cell: (row) => row.name },
                  { key: 'size', title: m.template.size, numeric: true, cell: (row) => sizeText(row.size) },
                  { key: 'day', title: m.template.day, cell: (row) => <span className="number-text">{row.day}</span> },
                  ...(may(can, 'template.void')
                    ? [
                        {
                          key: 'acts',
                          title: m.template.acts,
                          cell: (row: TemplateOut) => (
                            <Button size="small" aria-label={m.template.removeOf(row.title)} onClick={() => setRemoving(row)}>
                              {m.template.remove}
                            </Button>
                          ),
                        },
                      ]
                    : []),
                ]}
              />
            )}
          </>
        )}
      </Answer>
      {adding && <UploadTemplateDialog onClose={() => setAdding(false)} />}
      {removing !== undefined && <RemoveTemplateDialog template={removing} onClose={() => setRemoving(undefined)} />}
    </>
  )
}

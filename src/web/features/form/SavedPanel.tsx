import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import './form.css'

/** How many cells nobody had to type. */
export const SavedPanel = () => {
  const { m } = useSpeech()
  const query = useCall('saved.read', {})
  return (
    <Answer query={query} lines={2}>
      {({ forms }) => (
        <>
          <dl className="form-saved">
            <div>
              <dt>{m.form.savedCells}</dt>
              <dd className="number-text">
                {forms.toLocaleString('en')} {m.form.savedUnit}
              </dd>
            </div>
          </dl>
          <p className="form-about">{m.form.savedAbout}</p>
        </>
      )}
    </Answer>
  )
}

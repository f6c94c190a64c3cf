import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'

/** The figures a correction would move, as they stand and as they would stand: seen before it is confirmed. */
export const CorrectionEffect = ({ correction }: { correction: number }) => {
  const { m, w } = useSpeech()
  const query = useCall('correction.effect', { entry: correction })
  const words = m.personal.effect
  return (
    <div className="correction-effect" role="group" aria-label={words.title}>
      <Answer query={query} lines={2}>
        {({ figures }) =>
          figures.length === 0 ? (
            <p className="faint">{words.none}</p>
          ) : (
            <>
              <p className="faint">{words.title}</p>
              <ul>
                {figures.map((figure) => (
                  <li key={`${figure.measure}/${figure.period}`}>
                    {words.line(w(figure.title), figure.period)} <s>{figure.before}</s> → {figure.after === null ? <span className="faint">{words.anew}</span> : <b className="number-text">{figure.after}</b>}
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answer>
    </div>
  )
}

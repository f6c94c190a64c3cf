import type { ReactNode } from 'react'

type Props = { readonly id: string; readonly label: string; readonly required?: boolean; readonly hint?: string | undefined; readonly problem?: string | undefined; /** What should be looked at again, though it may stay so. */ readonly warning?: string | undefined; readonly children: ReactNode }

/** A label, its control, and beneath it the hint, what looks wrong or what is wrong; the control names `${id}-note` as its description. */
export const FormRow = ({ id, label, required = false, hint, problem, warning, children }: Props) => (
  <div className={problem === undefined ? 'form-row' : 'form-row form-row-wrong'}>
    <label htmlFor={id}>
      {label}
      {required && (
        <b aria-hidden="true" className="required">
          *
        </b>
      )}
    </label>
    <div>
      {children}
      <p id={`${id}-note`} className={problem === undefined ? 'form-hint' : 'form-problem'} {...(problem !== undefined && { role: 'alert' })}>
        {problem ?? hint}
        {warning !== undefined && (
          <span role="status" className="form-warning">
            {warning}
          </span>
        )}
      </p>
    </div>
  </div>
)

import type { FigureOut } from '../../../api/figure.ts'

/** A figure as a leader may say it: an estimate is called one. */
export const standingText = ({ text, status }: Pick<FigureOut, 'text' | 'status'>): string => (status?.key === 'estimate' ? `${status.title.zh}${text}` : text)

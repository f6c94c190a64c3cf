import type { Day } from '../../../../core/time/day.ts'
import type { DemoAction, DemoHistory, DemoPhoto } from '../history.ts'

/** Since when cases of the demonstration have pictures: the last two months, so that filling it stays quick. */
export const picturedFrom = '2023-09-01' as Day

/** A case with the picture and the place it was found with, and each step that shows something with one taken some metres from there. */
export const withEvidence = ({ fields, actions }: DemoHistory, scene: DemoPhoto['scene'], nth: number, showing: readonly string[]): DemoHistory => ({
  fields: { ...fields, position: spot(nth, 0) },
  photos: [{ scene, after: false, day: fields['day'] as Day, nth }],
  actions: actions.map((action, at): DemoAction => (showing.includes(action.step) ? { ...action, given: { ...action.given, place: spot(nth, at) }, photos: [{ scene, after: true, day: action.day, nth: nth + at }] } : action)),
})

/** Latitude and longitude inside the town, in steps of about a metre; `off` moves it by some of them. */
const spot = (nth: number, off: number): string => `30.${22_000 + ((nth * 79) % 5000) + off * 3},121.${42_000 + ((nth * 131) % 7000) + off * 2}`

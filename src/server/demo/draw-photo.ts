import type { DemoPhoto } from '../../packs/zhejiang-town/demo/history.ts'
import type { Canvas } from './canvas.ts'
import { canvas } from './canvas.ts'

/**
 * A small drawing in place of a photo, so that cases of the demonstration have their evidence: a plain scene before or after it was put right, with the day, a place
 * that tells pictures apart, and 示例 across a corner, so that nobody takes it for one.
 */
export const drawPhoto = ({ scene, after, day, nth }: DemoPhoto): Uint8Array => {
  const sheet = canvas(width, height, palette, ink.sky)
  scenes[scene](sheet, after, nth)
  sheet.rect(0, height - 26, width, 26, ink.dark)
  sheet.bitmap(lineOf(day), 10, height - 20, 3, ink.white)
  ;[shi, li].forEach((sign, at) => sheet.bitmap(sign, width - 78 + at * 36, height - 60, 2, ink.red))
  return sheet.png()
}

const [width, height] = [320, 240]
const floor = 150
const palette = [0xdfe6e8, 0xcfc7b8, 0xa9a294, 0x3b3a38, 0xfaf8f2, 0xa8322a, 0xd9a441, 0x6f8f6a, 0x7f9fae, 0x5c7f92, 0x8a5a3c] as const
const ink = { sky: 0, wall: 1, ground: 2, dark: 3, white: 4, red: 5, yellow: 6, green: 7, water: 8, deep: 9, rust: 10 } as const

type Scene = (sheet: Canvas, after: boolean, nth: number) => void

/** A stairwell with a bicycle and a charging lead in the way; then a clear floor and a sign. */
const fire: Scene = (sheet, after, nth) => {
  sheet.rect(0, 0, width, floor, ink.wall)
  sheet.rect(0, floor, width, height, ink.ground)
  sheet.rect(40, 40, 62, floor - 40, ink.rust)
  sheet.rect(92, 96, 5, 10, ink.yellow)
  sheet.rect(214, 30, 70, 60, ink.water)
  const x = 150 + (nth % 5) * 14
  if (after) {
    sheet.rect(126, 62, 62, 22, ink.green)
    sheet.line(136, 73, 176, 73, 4, ink.white)
    sheet.line(166, 66, 176, 73, 4, ink.white)
    sheet.line(166, 80, 176, 73, 4, ink.white)
    return sheet.line(40, 178, 300, 178, 4, ink.yellow)
  }
  for (const wheel of [x, x + 74]) {
    sheet.disc(wheel, 178, 24, 24, ink.dark)
    sheet.disc(wheel, 178, 18, 18, ink.ground)
  }
  sheet.line(x, 178, x + 30, 142, 5, ink.red)
  sheet.line(x + 30, 142, x + 74, 178, 5, ink.red)
  sheet.line(x + 62, 128, x + 74, 178, 5, ink.red)
  sheet.line(x + 18, 136, x + 44, 136, 7, ink.dark)
  sheet.line(248, 90, x + 40, 150, 2, ink.dark)
}

/** A road with a blocked drain under water; then the grating clear. */
const flood: Scene = (sheet, after, nth) => {
  sheet.rect(0, 70, width, 40, ink.green)
  sheet.rect(0, 110, width, height, ink.ground)
  for (let at = 0; at < width; at += 56) sheet.rect(at + 8, 124, 30, 5, ink.white)
  const x = 130 + (nth % 6) * 10
  if (!after) {
    sheet.disc(x + 30, 178, 110, 30, ink.deep)
    for (let at = 0; at < 9; at += 1) sheet.disc(x - 30 + ((at * 37) % 120), 166 + ((at * 13) % 26), 8, 4, at % 2 === 0 ? ink.yellow : ink.rust)
    return
  }
  sheet.rect(x, 160, 76, 40, ink.dark)
  for (let at = 0; at < 6; at += 1) sheet.rect(x + 6 + at * 12, 165, 5, 30, ink.ground)
}

/** Drums across the marked way of a workshop; then in a row behind the line. */
const workshop: Scene = (sheet, after, nth) => {
  sheet.rect(0, 0, width, floor, ink.wall)
  for (const at of [30, 130, 230]) sheet.rect(at, 20, 60, 44, ink.sky)
  sheet.rect(0, floor, width, height, ink.ground)
  sheet.line(0, 176, width, 176, 5, ink.yellow)
  const drum = (x: number, y: number): void => {
    sheet.rect(x, y - 46, 34, 46, ink.deep)
    sheet.disc(x + 17, y - 46, 17, 5, ink.water)
    sheet.rect(x, y - 26, 34, 4, ink.dark)
  }
  if (after) for (let at = 0; at < 5; at += 1) drum(40 + at * 40, 166)
  else for (let at = 0; at < 5; at += 1) drum(26 + ((at * 67 + nth * 11) % 250), 186 + ((at * 17) % 26))
}

/** A river between two banks with litter on it; then without. */
const river: Scene = (sheet, after, nth) => {
  sheet.rect(0, 70, width, 36, ink.green)
  sheet.rect(0, 106, width, 94, ink.water)
  for (let at = 0; at < 7; at += 1) sheet.line((at * 53) % width, 122 + at * 11, ((at * 53) % width) + 44, 122 + at * 11, 2, ink.deep)
  sheet.rect(0, 200, width, 40, ink.ground)
  for (const at of [40, 150, 260]) {
    sheet.rect(at, 40, 8, 40, ink.rust)
    sheet.disc(at + 4, 36, 26, 20, ink.green)
  }
  if (!after) for (let at = 0; at < 12; at += 1) sheet.disc(60 + ((at * 41 + nth * 17) % 200), 132 + ((at * 19) % 56), 9 - (at % 4), 5, [ink.white, ink.yellow, ink.rust][at % 3] ?? ink.white)
}

const scenes: Readonly<Record<DemoPhoto['scene'], Scene>> = { fire, flood, workshop, river }

/** Digits and a hyphen, three dots by five. */
const digits: Readonly<Record<string, string>> = {
  0: '####.##.##.####', 1: '.#.##..#..#.###', 2: '###..#####..###', 3: '###..####..####', 4: '#.##.####..#..#', 5: '####..###..####', 6: '####..####.####', 7: '###..#.#..#..#.', 8: '####.#####.####', 9: '####.####..####', '-': '......###......',
}
const lineOf = (text: string): readonly string[] => Array.from({ length: 5 }, (_, row) => [...text].map((sign) => (digits[sign] ?? '').slice(row * 3, row * 3 + 3)).join('.'))

const shi = [
  '................', '..############..', '................', '................', '################', '.......##.......', '.......##.......', '...##..##..##...',
  '...##..##...##..', '..##...##....##.', '.##....##....##.', '##.....##.....##', '.......##.......', '.......##.......', '.....####.......', '................',
]
const li = [
  '...##...........', '...##.######..##', '..##....#..#..##', '..##...#...#..##', '.###...####.#.##', '.###..#...#.#.##', '##.#..#...#.#.##', '#..#.#.#.#..#.##',
  '...#....##..#.##', '...#.....#..#.##', '...#....##..#.##', '...#...##...#.##', '...#..##......##', '...#.##.......##', '...#........###.', '................',
]

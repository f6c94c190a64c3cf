import { pinyin } from 'pinyin-pro'

/** A text in Latin letters: Chinese by its pinyin without tones, the rest as it stands; runs of each apart. */
export const spelled = (text: string): string =>
  text
    .split(/([^\u3400-\u9fff]+)/)
    .filter((run) => run !== '')
    .map((run) => (/[\u3400-\u9fff]/.test(run) ? pinyin(run, { toneType: 'none', type: 'array' }).join('') : run))
    .join(' ')
    .normalize('NFKC')

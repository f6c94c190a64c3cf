import type { ThemeConfig } from 'antd'

/**
 * Paper, ink and one seal red. Everything on screen takes its colour and face from here: antd through its
 * tokens, our style sheets through the variables that `applyPalette` sets. Vermilion is kept for the seal, the
 * overdue and what cannot be undone; green is kept, ochre is behind, and neither speaks without a word or a shape.
 */
export const palette = {
  ground: '#edeae3',
  groundDeep: '#e2ded5',
  sheet: '#fdfcf8',
  sheetSoft: '#f7f5ef',
  ink: '#1f1d1a',
  inkSoft: '#514c45',
  inkFaint: '#696259',
  line: '#d8d2c6',
  lineStrong: '#8d8578',
  vermilion: '#b3341f',
  vermilionSoft: '#f8e9e4',
  kept: '#2c6a4d',
  keptSoft: '#e6efe8',
  behind: '#86580c',
  behindSoft: '#f6edd9',
} as const

export const faces = {
  sans: `system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif`,
  title: `'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '方正小标宋简体', '方正小标宋_GBK', 'STZhongsong', '华文中宋', 'Noto Serif CJK SC', 'Source Han Serif SC', 'SimSun', serif`,
  body: `'FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'STFangsong', '华文仿宋', 'Noto Serif CJK SC', 'Source Han Serif SC', serif`,
  hei: `'SimHei', '黑体', 'STHeiti', 'PingFang SC', 'Noto Sans CJK SC', sans-serif`,
  kai: `'KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'STKaiti', 'Noto Serif CJK SC', serif`,
} as const

export const theme: ThemeConfig = {
  token: {
    colorPrimary: palette.ink,
    colorInfo: palette.inkSoft,
    colorLink: palette.ink,
    colorLinkHover: palette.inkSoft,
    colorLinkActive: palette.ink,
    colorError: palette.vermilion,
    colorSuccess: palette.kept,
    colorWarning: palette.behind,
    colorErrorBg: palette.vermilionSoft,
    colorErrorBorder: palette.vermilion,
    colorSuccessBg: palette.keptSoft,
    colorSuccessBorder: palette.kept,
    colorWarningBg: palette.behindSoft,
    colorWarningBorder: palette.behind,
    colorInfoBg: palette.sheetSoft,
    colorInfoBorder: palette.line,
    colorText: palette.ink,
    colorTextSecondary: palette.inkSoft,
    colorTextTertiary: palette.inkFaint,
    colorTextQuaternary: palette.inkFaint,
    colorTextPlaceholder: palette.inkFaint,
    colorBorder: palette.lineStrong,
    colorBorderSecondary: palette.line,
    colorBgLayout: palette.ground,
    colorBgContainer: palette.sheet,
    colorBgElevated: palette.sheet,
    fontFamily: faces.sans,
    fontSize: 14,
    borderRadius: 2,
    borderRadiusLG: 3,
    controlHeight: 32,
    motion: false,
    boxShadow: '0 2px 12px rgba(31, 29, 26, 0.12)',
    boxShadowSecondary: '0 2px 16px rgba(31, 29, 26, 0.16)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Select: { optionSelectedBg: palette.groundDeep },
  },
}

/** Hands the palette and the faces to the style sheets as variables of the document. */
export const applyPalette = (root: HTMLElement): void => {
  for (const [name, value] of Object.entries(palette)) root.style.setProperty(`--${kebab(name)}`, value)
  for (const [name, value] of Object.entries(faces)) root.style.setProperty(`--face-${name}`, value)
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

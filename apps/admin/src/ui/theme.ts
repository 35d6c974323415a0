import type { ThemeConfig } from 'antd';

/** Every colour and measure of the desk; style sheets read them as `--yk-…`, antd as its tokens. */
export const tokens = {
  ink: '#1a2633',
  inkSoft: '#526070',
  line: '#dce3ea',
  lineStrong: '#8a97a5',
  ground: '#f2f5f8',
  surface: '#ffffff',
  raised: '#f8fafc',
  primary: '#17568f',
  primarySoft: '#e9f1f9',
  primaryLine: '#b9d2ea',
  nav: '#12304d',
  navInk: '#d3dfeb',
  navActive: '#245482',
  navHover: 'rgb(255 255 255 / 8%)',
  navRim: 'rgb(255 255 255 / 30%)',
  normal: '#1d7440',
  normalSoft: '#e6f4eb',
  normalLine: '#a9d5ba',
  warning: '#8f5400',
  warningSoft: '#fdf2dc',
  warningLine: '#e8c27a',
  overdue: '#b3261e',
  overdueSoft: '#fcebe9',
  overdueLine: '#eab1ac',
  paused: '#566270',
  pausedSoft: '#e9edf1',
  pausedLine: '#c2cad3',
  upper: '#5d4d9c',
  upperSoft: '#dcd6f0',
  rest: '#e5eaf0',
  shadow: '0 1px 2px rgb(18 48 77 / 6%), 0 4px 14px rgb(18 48 77 / 5%)',
  radius: '8px',
  font: "-apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', system-ui, sans-serif",
  mono: "ui-monospace, 'SF Mono', Consolas, 'Noto Sans Mono CJK SC', monospace",
} as const;

const SIZE = { usual: 14, public: 16 } as const;

export const deskTheme: ThemeConfig = {
  token: {
    // Who asks the system for less motion gets dialogs and menus without it.
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: tokens.primary,
    colorInfo: tokens.primary,
    colorLink: tokens.primary,
    colorSuccess: tokens.normal,
    colorWarning: tokens.warning,
    colorError: tokens.overdue,
    colorInfoBg: tokens.primarySoft,
    colorInfoBorder: tokens.primaryLine,
    colorSuccessBg: tokens.normalSoft,
    colorSuccessBorder: tokens.normalLine,
    colorWarningBg: tokens.warningSoft,
    colorWarningBorder: tokens.warningLine,
    colorErrorBg: tokens.overdueSoft,
    colorErrorBorder: tokens.overdueLine,
    colorText: tokens.ink,
    colorTextSecondary: tokens.inkSoft,
    colorTextTertiary: tokens.inkSoft,
    colorTextDescription: tokens.inkSoft,
    colorTextPlaceholder: '#66727f',
    colorBorder: '#b8c3ce',
    colorBorderSecondary: tokens.line,
    colorBgLayout: tokens.ground,
    fontFamily: tokens.font,
    fontSize: SIZE.usual,
    borderRadius: 6,
    controlHeight: 34,
    controlOutline: 'rgb(23 86 143 / 24%)',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
  },
  components: {
    Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none' },
    Form: { itemMarginBottom: 12, verticalLabelPadding: '0 0 4px', labelColor: tokens.inkSoft },
    Card: { headerFontSize: 15, bodyPadding: 16, headerPadding: 16 },
    Tag: { defaultColor: tokens.inkSoft, defaultBg: tokens.pausedSoft },
    Tabs: { horizontalMargin: '0 0 12px 0' },
    Timeline: { itemPaddingBottom: 14 },
  },
};

/** Public pages are read on phones and by older people: 16 px. */
export const publicTheme: ThemeConfig = {
  ...deskTheme,
  token: { ...deskTheme.token, fontSize: SIZE.public, controlHeight: 42 },
};

/** Hands the tokens to the style sheets, through the CSSOM (no inline style text). */
export function applyTokens(root: HTMLElement): void {
  for (const [name, value] of Object.entries(tokens)) {
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    root.style.setProperty(`--yk-${property}`, value);
  }
}

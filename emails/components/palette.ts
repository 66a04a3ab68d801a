/**
 * Colours of mail. Clients drop CSS variables, so every colour stands inline as its light value and
 * is overridden by class in `darkStyles` for the clients that know a dark mode. Each pair of text
 * and ground keeps a contrast of at least 4.5 to 1 in both.
 */
export const light = {
  page: '#f3f5f7',
  card: '#ffffff',
  line: '#dce1e6',
  text: '#1a2430',
  muted: '#566370',
  accent: '#0b6070',
  onAccent: '#ffffff',
  overdue: '#a4262c',
  today: '#8a4b00',
} as const

const dark = {
  page: '#10161c',
  card: '#19222b',
  line: '#33404c',
  text: '#e8edf2',
  muted: '#a5b2be',
  accent: '#63c3d2',
  onAccent: '#06262c',
  overdue: '#ff9a94',
  today: '#f2b866',
} as const satisfies Record<keyof typeof light, string>

/** What a class paints: its text, its ground or its border. */
const painted: Record<string, string> = {
  'w-page': `background-color:${dark.page}`,
  'w-card': `background-color:${dark.card};border-color:${dark.line}`,
  'w-line': `border-color:${dark.line}`,
  'w-text': `color:${dark.text}`,
  'w-muted': `color:${dark.muted}`,
  'w-accent': `color:${dark.accent}`,
  'w-overdue': `color:${dark.overdue}`,
  'w-today': `color:${dark.today}`,
  'w-button': `background-color:${dark.accent};border-color:${dark.accent}`,
  'w-button-label': `color:${dark.onAccent}`,
}

const important = (declarations: string) =>
  declarations
    .split(';')
    .map((declaration) => `${declaration}!important`)
    .join(';')

const rules = (prefix: string) =>
  Object.entries(painted)
    .map(([name, declarations]) => `${prefix}.${name}{${important(declarations)}}`)
    .join('')

/**
 * The style sheet of the head: full width on narrow screens, and the dark colours for clients that
 * follow the system (`prefers-color-scheme`) and for Outlook on the web (`data-ogsc`). A client
 * that ignores it shows the light colours at 600 pixels.
 */
export const styleSheet = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  '@media only screen and (max-width:620px){',
  '.w-container{width:100%!important}.w-gutter{padding:0!important}',
  '.w-inner{padding-left:20px!important;padding-right:20px!important}',
  '.w-card{border-left:0!important;border-right:0!important;border-radius:0!important}}',
  `@media (prefers-color-scheme:dark){${rules('')}}`,
  rules('[data-ogsc] '),
].join('')

/** Fonts that are there already: mail loads none. */
export const fontFamily =
  "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"

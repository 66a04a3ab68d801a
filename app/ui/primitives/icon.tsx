/**
 * The icons, drawn on a 16-unit grid with a stroke of 1.5. Each is one or two paths, because lists
 * draw hundreds of them on the server and a component per icon costs twenty times as much.
 */

const ring = 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z'
const octagon = 'M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5z'

const strokes = {
  alert: `${ring}M8 4.9v3.6M8 11.1v.01`,
  'arrow-left': 'M13 8H3M7 4L3 8l4 4',
  'arrow-right': 'M3 8h10M9 4l4 4-4 4',
  blocked: `${octagon}M5 8h6`,
  book: 'M2.5 3h4A1.5 1.5 0 0 1 8 4.5v9A1.5 1.5 0 0 0 6.5 12h-4zM13.5 3h-4A1.5 1.5 0 0 0 8 4.5v9A1.5 1.5 0 0 1 9.5 12h4z',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.25 2.25v3.5M10.75 2.25v3.5',
  cancelled: `${ring}M4 12L12 4`,
  chart: 'M2.5 13.5v-4M6.2 13.5v-11M9.8 13.5v-8M13.5 13.5v-5',
  check: 'M3 8.5l3.25 3.25L13 4.5',
  'check-circle': `${ring}M5.25 8.25l2 2 3.5-4.25`,
  'chevron-down': 'M4 6.25l4 4 4-4',
  'chevron-left': 'M10 4L6 8l4 4',
  'chevron-right': 'M6 4l4 4-4 4',
  circle: ring,
  clock: `${ring}M8 4.75V8l2.25 1.5`,
  close: 'M4 4l8 8M12 4l-8 8',
  comment: 'M2.5 3h11v8H8l-3 2.75V11H2.5z',
  download: 'M8 2.5v8M4.75 7.25L8 10.5l3.25-3.25M2.5 11v2.5h11V11',
  edit: 'M10.5 2.75l2.75 2.75-7.5 7.5H3v-2.75zM9 4.25L11.75 7',
  external: 'M9.5 2.5h4v4M13.5 2.5L8 8M11.5 9v4.5h-9v-9H7',
  eye: 'M1.75 8S4 3.75 8 3.75 14.25 8 14.25 8 12 12.25 8 12.25 1.75 8 1.75 8zM8 6.25a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5z',
  file: 'M3.5 1.75h5.25L12.5 5.5v8.75h-9zM8.5 2v3.75h3.75',
  governance: 'M2.5 13.5h11M8 2.25L13.5 6h-11zM4.5 6v7.5M8 6v7.5M11.5 6v7.5',
  half: ring,
  info: `${ring}M8 7.4v3.7M8 4.9v.01`,
  link: 'M6.75 9.25a2.75 2.75 0 0 0 3.9 0l2-2a2.75 2.75 0 0 0-3.9-3.9l-1 1M9.25 6.75a2.75 2.75 0 0 0-3.9 0l-2 2a2.75 2.75 0 0 0 3.9 3.9l1-1',
  lock: 'M3.5 7h9v6.75h-9zM5.25 7V5a2.75 2.75 0 0 1 5.5 0v2',
  mail: 'M2 3.5h12v9H2zM2.5 4l5.5 4.5L13.5 4',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  minus: 'M4 8h8',
  note: 'M3 2.5h10v7.75L10.25 13H3zM10 13v-3h3M5.5 5.75h5M5.5 8.25h3',
  people:
    'M6 2.75a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM1.5 13.5c.3-2.4 2-3.75 4.5-3.75s4.2 1.35 4.5 3.75M10.5 3a2.5 2.5 0 0 1 0 4.6M12 10.2c1.5.5 2.3 1.6 2.5 3.3',
  person:
    'M8 2.25a2.75 2.75 0 1 0 0 5.5 2.75 2.75 0 0 0 0-5.5zM2.75 13.75C3.15 11.1 5.25 9.75 8 9.75s4.85 1.35 5.25 4',
  plan: 'M2.5 3.5H9M5 8h6M7.5 12.5h6',
  plus: 'M8 3v10M3 8h10',
  print: 'M4.5 5.5v-3h7v3M4.5 11.5h-2v-6h11v6h-2M4.5 9.5h7v4h-7z',
  'priority-high': 'M4 8l4-4 4 4M4 12.5l4-4 4 4',
  'priority-low': 'M4 6l4 4 4-4',
  'priority-medium': 'M3.5 6h9M3.5 10h9',
  recovery: 'M13 8a5 5 0 1 1-1.6-3.65M13 2.25v3h-3',
  response: 'M9 1.75L3.5 9H8l-1 5.25L12.5 7H8z',
  review: 'M3.5 3h9v11h-9zM6 1.75h4v2.5H6zM6 9l1.5 1.5 2.75-3.25',
  settings: 'M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M10 3.25v3.5M6 9.25v3.5',
  shield: 'M8 1.75l5 2v4c0 3.25-2.1 5.4-5 6.5-2.9-1.1-5-3.25-5-6.5v-4z',
  'sign-out': 'M6.5 2.5h-4v11h4M10 4.75L13.25 8 10 11.25M13 8H6',
  spinner: 'M8 2a6 6 0 1 1-6 6',
  tasks: 'M2.25 4.25l1.25 1.25 2-2.5M2.25 11.25l1.25 1.25 2-2.5M8 4.25h5.75M8 11.25h5.75',
  upload: 'M8 10.5v-8M4.75 5.75L8 2.5l3.25 3.25M2.5 11v2.5h11V11',
  warning: 'M8 2.25l6.25 11H1.75zM8 6.4v3.1M8 11.4v.01',
} as const

export type IconName = keyof typeof strokes

/** The parts of an icon that are filled rather than stroked. */
const fills: { readonly [name in IconName]?: string } = { half: 'M8 4.5v7a3.5 3.5 0 0 0 0-7z' }

interface IconProps {
  name: IconName
  className?: string
}

/** Decoration beside a word; a screen reader hears only the word. Sized 1rem unless a class says otherwise. */
export function Icon({ name, className }: IconProps) {
  const fill = fills[name]
  return (
    <svg
      className={className ? `icon ${className}` : 'icon'}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={strokes[name]} />
      {fill ? <path d={fill} className="fill-current" /> : null}
    </svg>
  )
}

import { light } from './palette'

/** A line of a list: what it is, where it leads, and what is to be known about it. */
export interface Entry {
  title: string
  url: string
  lines: readonly string[]
  /** Whether it belongs to the entry above it. */
  isNested?: boolean
}

function EntryRow({ entry }: { entry: Entry }) {
  const padding = entry.isNested ? '12px 0 12px 20px' : '12px 0'
  const cell = { padding, borderTop: `1px solid ${light.line}` }
  const line = { margin: '3px 0 0', fontSize: 14, lineHeight: '20px', color: light.muted }
  const title = {
    fontSize: 16,
    lineHeight: '22px',
    fontWeight: 600,
    color: light.accent,
    textDecoration: 'none',
  }
  return (
    <tr>
      <td className="w-line" style={cell}>
        <a className="w-accent" href={entry.url} style={title}>
          {entry.title}
        </a>
        {entry.lines.map((text, index) => (
          <p key={index} className="w-muted" style={line}>
            {text}
          </p>
        ))}
      </td>
    </tr>
  )
}

/** Entries below one another, a hairline above each. */
export function EntryList({ entries }: { entries: readonly Entry[] }) {
  const grow = { role: 'presentation', cellPadding: 0, cellSpacing: 0, border: 0 }
  return (
    <table {...grow} width="100%" style={{ marginTop: 8, borderCollapse: 'collapse' }}>
      <tbody>
        {entries.map((entry, index) => (
          <EntryRow key={index} entry={entry} />
        ))}
      </tbody>
    </table>
  )
}

/** A quiet line under a list. */
export function ListNote({ children }: { children: string }) {
  return (
    <p
      className="w-muted"
      style={{ margin: '4px 0 0', fontSize: 14, lineHeight: '20px', color: light.muted }}
    >
      {children}
    </p>
  )
}

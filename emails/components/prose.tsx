import { light } from './palette'

/** What the message is about, in one line at its top. */
export function Title({ children }: { children: string }) {
  return (
    <h1
      className="w-text"
      style={{
        margin: '0 0 16px',
        fontSize: 22,
        lineHeight: '29px',
        fontWeight: 600,
        color: light.text,
      }}
    >
      {children}
    </h1>
  )
}

/** A paragraph of the message's own words. */
export function Paragraph({ children }: { children: string }) {
  return (
    <p
      className="w-text"
      style={{ margin: '0 0 14px', fontSize: 16, lineHeight: '24px', color: light.text }}
    >
      {children}
    </p>
  )
}

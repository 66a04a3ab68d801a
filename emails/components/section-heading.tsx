import { light } from './palette'

const colour = { overdue: light.overdue, today: light.today, plain: light.text } as const
const className = { overdue: 'w-overdue', today: 'w-today', plain: 'w-text' } as const

/** A section's heading: a shape for the eye, the words for everybody, the count. */
export function SectionHeading(props: {
  title: string
  tone: keyof typeof colour
  shape: string
  count: number | null
}) {
  return (
    <h2
      className={className[props.tone]}
      style={{
        margin: '28px 0 0',
        fontSize: 16,
        lineHeight: '24px',
        fontWeight: 600,
        color: colour[props.tone],
      }}
    >
      <span aria-hidden="true">{`${props.shape} `}</span>
      {props.count === null ? props.title : `${props.title} (${props.count})`}
    </h2>
  )
}

interface ProgressProps {
  /** What advances: "Done in Prevention". */
  label: string
  value: number
  max: number
  /** Where it should be by now, in the unit of `value`: a tick across the bar. */
  expected?: number
  tone?: 'accent' | 'good' | 'warn' | 'bad'
}

const share = (value: number, max: number) =>
  max > 0 ? Math.round((Math.min(Math.max(value, 0), max) / max) * 1000) / 10 : 0

/** A bar of 8 px. Nothing of its numbers is visible: write them beside it. */
export function Progress({ label, value, max, expected, tone = 'accent' }: ProgressProps) {
  const percent = share(value, max)
  const expectedPercent = expected === undefined ? null : share(expected, max)
  return (
    <svg
      className="progress block h-3 w-full overflow-visible"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={
        expectedPercent === null
          ? `${value} of ${max}`
          : `${value} of ${max}, expected ${expected} by today`
      }
    >
      <rect className="bar-track" y="2" width="100%" height="8" rx="4" />
      {percent > 0 ? (
        <rect className={`bar-${tone}`} y="2" width={`${percent}%`} height="8" rx="4" />
      ) : null}
      {expectedPercent === null ? null : (
        <rect
          className="bar-expected"
          x={`${expectedPercent}%`}
          width="2"
          height="12"
          rx="1"
          transform="translate(-1 0)"
        />
      )}
    </svg>
  )
}

import { detailParts } from '~/domain/guides/templates/detail-parts'

interface DetailTextProps {
  detail: string | null | undefined
  /** References that stand beside it; a part that only lists them is left out. */
  frameworkRefs?: readonly string[] | undefined
}

/** The detail of an item: its own words, and each column that the guide has besides on a line of its own. */
export function DetailText({ detail, frameworkRefs }: DetailTextProps) {
  return detailParts(detail, frameworkRefs).map(({ label, text }) => (
    <p key={`${label}: ${text}`} className="mt-1 whitespace-pre-line text-muted">
      {label === null ? null : <span className="text-ink">{label}: </span>}
      {text}
    </p>
  ))
}

import { wordDiff } from '~/domain/guides/revisions/word-diff'

/**
 * What changed inside a text: what went is struck through, what came is underlined, and a screen
 * reader hears which is which.
 */
export function WordChanges({ before, after }: { before: string | null; after: string | null }) {
  return (
    <span className="whitespace-pre-line">
      {wordDiff(before ?? '', after ?? '').map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>
        const Mark = kind === 'gone' ? 'del' : 'ins'
        return (
          <Mark
            key={index}
            className={
              kind === 'gone'
                ? 'rounded-sm bg-bad-soft px-0.5 text-bad line-through'
                : 'ml-0.5 rounded-sm bg-good-soft px-0.5 text-good underline'
            }
          >
            <span className="sr-only">{kind === 'gone' ? ' (removed: ' : ' (added: '}</span>
            {text}
            <span className="sr-only">) </span>
          </Mark>
        )
      })}
    </span>
  )
}

import type { ProseBlock, ProseSection } from '~/domain/guides/templates/guide-prose'
import { Section } from '../primitives/card'

/** What a guide says around its plan. */
export function LibraryProse({ sections }: { sections: readonly ProseSection[] }) {
  return sections.map(({ heading, blocks }, index) =>
    heading === null ? (
      <Blocks key={index} blocks={blocks} />
    ) : (
      <Section key={index} title={heading}>
        <Blocks blocks={blocks} />
      </Section>
    ),
  )
}

function Blocks({ blocks }: { blocks: readonly ProseBlock[] }) {
  return (
    <div className="grid max-w-prose gap-2 text-md">
      {blocks.map((block, index) =>
        block.kind === 'paragraph' ? (
          <p key={index}>{block.text}</p>
        ) : (
          <ul key={index} className="list-disc space-y-1 pl-5">
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </div>
  )
}

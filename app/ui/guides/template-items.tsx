import { Form } from '@remix-run/react'
import type { TemplateItemView, TemplateView } from '~/domain/guides/templates/template-views'
import {
  guideItemDropPath,
  guideItemPath,
  guideItemRestorePath,
  guidePath,
} from '~/domain/shared/paths'
import { Button, LinkButton } from '../primitives/button'
import { Section } from '../primitives/card'
import { sourceAnchor } from './guide-text'
import { ItemCard } from './item-card'

interface TemplateItemsProps {
  guide: Pick<TemplateView, 'id' | 'groups' | 'text' | 'textStart'>
  activeId: string | null
  /** Whether items may be edited, dropped and restored. */
  canEdit: boolean
}

/** The items of a guide under their horizons, each with its way into the guide's text. */
export function TemplateItems({ guide, activeId, canEdit }: TemplateItemsProps) {
  return (
    <>
      {guide.groups.map(({ key, label, items }) => (
        <Section
          key={key}
          title={label}
          note={items.length === 1 ? '1 item' : `${items.length} items`}
        >
          <ul className="grid gap-3">
            {items.map((item) => (
              <li key={item.id}>
                <ItemCard
                  item={{ ...item, hasSource: item.sourceStart !== null && !item.isDropped }}
                  isActive={item.id === activeId}
                  isHorizonHidden
                  sourceTo={sourceLink(guide, item)}
                  actions={canEdit ? <ItemActions guideId={guide.id} item={item} /> : null}
                />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}

/** A mark on this page, or the page that shows the part of a very long text with the mark. */
function sourceLink({ id, text, textStart }: TemplateItemsProps['guide'], item: TemplateItemView) {
  const place = item.sourceStart ?? 0
  const isShown = place >= textStart && place < textStart + text.length
  const anchor = `#${sourceAnchor(item.id)}`
  return isShown ? anchor : `${guidePath(id, { item: item.id })}${anchor}`
}

function ItemActions({ guideId, item }: { guideId: string; item: TemplateItemView }) {
  const { id, action, isDropped, version } = item
  const path = isDropped ? guideItemRestorePath(guideId, id) : guideItemDropPath(guideId, id)
  return (
    <>
      {isDropped ? null : (
        <LinkButton
          to={guideItemPath(guideId, id)}
          variant="quiet"
          size="sm"
          aria-label={`Edit: ${action}`}
        >
          Edit
        </LinkButton>
      )}
      <Form method="post" action={path}>
        <input type="hidden" name="version" value={version} />
        <Button
          type="submit"
          variant="quiet"
          size="sm"
          aria-label={`${isDropped ? 'Restore' : 'Drop'}: ${action}`}
        >
          {isDropped ? 'Restore' : 'Drop'}
        </Button>
      </Form>
    </>
  )
}

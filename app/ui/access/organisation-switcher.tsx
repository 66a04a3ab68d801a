import { organisationsPath, organisationSwitchPath } from '~/domain/shared/paths'
import { Icon } from '../primitives/icon'
import { ListLink } from '../primitives/text-link'

interface OrganisationSwitcherProps {
  /** Where else the account belongs; the page behind the first line has all of them. */
  organisations: readonly { id: string; name: string }[]
}

/** Lines of the account menu: the overview, and a step into each other organisation. */
export function OrganisationSwitcher({ organisations }: OrganisationSwitcherProps) {
  return (
    <div className="mb-1 border-b border-line pb-1">
      <ListLink to={organisationsPath()} className="menu-item">
        <Icon name="chart" />
        Your organisations
      </ListLink>
      {organisations.map(({ id, name }) => (
        <form key={id} method="post" action={organisationSwitchPath(id)}>
          <button type="submit" className="menu-item">
            <Icon name="arrow-right" />
            <span className="min-w-0 truncate">
              <span className="sr-only">Go to </span>
              {name}
            </span>
          </button>
        </form>
      ))}
    </div>
  )
}

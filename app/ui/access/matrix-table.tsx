import { allowanceLabel, type Allowance, type MatrixGroup } from '~/domain/access/describe-matrix'
import { permissionRoleLabel, permissionRoles } from '~/domain/shared/vocabulary'
import { DataTable, type Column } from '../primitives/data-table'
import { Icon, type IconName } from '../primitives/icon'

const look: Record<Allowance, { icon: IconName; className: string }> = {
  all: { icon: 'check', className: 'text-good' },
  own: { icon: 'person', className: 'text-ink' },
  none: { icon: 'minus', className: 'text-muted' },
}

/** Yes, what is theirs, or no: a sign and a word, so that neither colour nor shape is needed alone. */
function AllowanceMark({ allowance }: { allowance: Allowance }) {
  const { icon, className } = look[allowance]
  return (
    <span className={`inline-flex items-center gap-1.5 ${className}`}>
      <Icon name={icon} />
      {allowanceLabel[allowance]}
    </span>
  )
}

type Row = MatrixGroup['rows'][number]

const columns: Column<Row>[] = permissionRoles.map((role) => ({
  key: role,
  header: permissionRoleLabel[role],
  cell: (row) => <AllowanceMark allowance={row.cells[role]} />,
}))

/** The permissions about one noun, and which role has each. */
export function MatrixTable({ group }: { group: MatrixGroup }) {
  return (
    <DataTable
      caption={group.label}
      isCaptionVisible
      columns={[{ key: 'label', header: 'Permission', cell: (row) => row.label }, ...columns]}
      rows={group.rows}
      rowKey={(row) => row.permission}
    />
  )
}

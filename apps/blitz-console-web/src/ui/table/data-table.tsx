import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** What a row is known by: its heading, and the title of its card on a phone. One column has it. */
  readonly heading?: boolean;
  readonly align?: 'end';
  /** A column of buttons: its title is only for those who hear it. */
  readonly actions?: boolean;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
}

/** Rows and columns; on a phone a card for each row. The roles are written out because cards are no table for a browser. */
export function DataTable<Row>({ caption, rows, columns, rowKey }: DataTableProps<Row>) {
  return (
    <div className={classes['wide']}>
      <table role="table" className={classes['table']}>
        <caption className={classes['hidden']}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, title, align, actions }) => (
              <th key={key} role="columnheader" scope="col" data-align={align}>{actions === true ? <span className={classes['hidden']}>{title}</span> : title}</th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => <Cell key={column.key} column={column} row={row} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const { title, cell, heading, align, actions } = column;
  if (heading === true) return <th role="rowheader" scope="row" className={classes['heading']}>{cell(row)}</th>;
  return (
    <td role="cell" data-align={align} data-actions={actions === true ? '' : undefined}>
      {actions !== true && <span className={classes['label']} aria-hidden="true">{title}</span>}
      <span className={classes['value']}>{cell(row)}</span>
    </td>
  );
}

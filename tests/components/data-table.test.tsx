import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { ShellProvider } from '@/components/shell/shell-provider';
import { DataTable, type Row } from '@/components/tables/data-table';
import { Outside } from './gallery';

const rows: Row[] = ['C-1', 'C-2', 'C-3'].map((name) => ({ id: name, href: `#${name}`, name, cells: [`About ${name}`] }));
const assign = jest.fn();

function Cases({ singleKeys = true, onCurrent }: { singleKeys?: boolean; onCurrent?: (id: string) => void }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <Outside>
      <ShellProvider singleKeys={singleKeys}>
        <input aria-label="Note" />
        <DataTable
          label="Open cases"
          columns={[{ key: 'case', head: 'Case' }, { key: 'about', head: 'About', sort: { href: '?sort=about', order: 'ascending' } }]}
          rows={rows}
          selected={selected}
          onSelect={setSelected}
          onCurrent={onCurrent}
          rowKeys={[{ keys: 'a', words: 'Assign to me', run: (row) => assign(row.id) }]}
        />
      </ShellProvider>
    </Outside>
  );
}

const link = (name: string) => screen.getByRole('link', { name });
beforeEach(() => assign.mockClear());

test('j and k move the keyboard from row to row and stop at the ends', async () => {
  const at = jest.fn();
  render(<Cases onCurrent={at} />);
  await userEvent.keyboard('j');
  expect(link('C-1')).toHaveFocus();
  await userEvent.keyboard('jj');
  expect(link('C-3')).toHaveFocus();
  await userEvent.keyboard('j');
  expect(link('C-3')).toHaveFocus();
  await userEvent.keyboard('k');
  expect(link('C-2')).toHaveFocus();
  expect(at.mock.calls.flat()).toEqual(['C-2', 'C-3', 'C-2']);
});

test('o opens the row, x selects it, and a row key acts on it', async () => {
  render(<Cases />);
  const opened = jest.fn((event: Event) => event.preventDefault());
  link('C-2').addEventListener('click', opened);
  await userEvent.keyboard('jjoxa');
  expect(opened).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('checkbox', { name: 'Select C-2' })).toBeChecked();
  expect(screen.getByRole('row', { name: /C-2/ })).toHaveAttribute('aria-selected', 'true');
  expect(assign).toHaveBeenCalledWith('C-2');
});

test('x without a move before it stands on the row it chose: j goes on from there', async () => {
  render(<Cases />);
  await userEvent.keyboard('xjx');
  expect(link('C-2')).toHaveFocus();
  expect(screen.getAllByRole('checkbox', { name: /^Select C-/ }).map((box) => (box as HTMLInputElement).checked)).toEqual([true, true, false]);
});

test('letters typed into a box stay letters', async () => {
  render(<Cases />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), 'jax');
  expect(screen.getByRole('textbox')).toHaveValue('jax');
  expect(assign).not.toHaveBeenCalled();
});

test('single letters do nothing when they are switched off', async () => {
  render(<Cases singleKeys={false} />);
  await userEvent.keyboard('jax');
  expect(document.body).toHaveFocus();
  expect(assign).not.toHaveBeenCalled();
});

test('one stop of Tab leads into the rows, and all rows can be selected at once', async () => {
  render(<Cases />);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select all rows' }));
  expect(screen.getAllByRole('checkbox').every((box) => (box as HTMLInputElement).checked)).toBe(true);
  expect(rows.map(({ name }) => link(name).tabIndex)).toEqual([0, -1, -1]);
});

test('heads say the order and lead to another', () => {
  render(<Cases />);
  const head = screen.getByRole('columnheader', { name: 'About' });
  expect(head).toHaveAttribute('aria-sort', 'ascending');
  expect(within(head).getByRole('link')).toHaveAttribute('href', '?sort=about');
  expect(screen.getByRole('table', { name: 'Open cases' })).toBeInTheDocument();
});

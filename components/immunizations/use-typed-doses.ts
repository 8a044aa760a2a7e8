'use client';

import { useCallback, useState, type KeyboardEvent } from 'react';
import { focusField } from '@/components/forms/error-summary';
import { fieldId } from '@/components/forms/field';
import { blankRow, isBlank, type TypedDose } from './typed-dose';

const focusBox = (box: 'vaccine' | 'date', id: string): void => focusField(fieldId(`${box}-${id}`));

/** The last row is always blank: there is a place to go on. Numbers count what is on the screen; ids stay with their row. */
function open(rows: readonly TypedDose[]): readonly TypedDose[] {
  const last = rows.at(-1);
  const serial = last === undefined ? 1 : Number(last.id.replace('row-', '')) + 1;
  const all = last !== undefined && isBlank(last) ? rows : [...rows, blankRow(serial)];
  return all.map((row, at) => (row.number === at + 1 ? row : { ...row, number: at + 1 }));
}

/** Rows as they are typed, and the keys that move among them: Enter goes on, Ctrl+D takes the date from above. */
export function useTypedDoses(begun: readonly TypedDose[] = []) {
  const [rows, setRows] = useState<readonly TypedDose[]>(() => open(begun));
  const change = useCallback((id: string, part: Partial<TypedDose>) => setRows((all) => open(all.map((row) => (row.id === id ? { ...row, ...part } : row)))), []);
  const remove = useCallback((ids: readonly string[]) => setRows((all) => open(all.filter(({ id }) => !ids.includes(id)))), []);

  const goOn = (row: TypedDose, at: number) => {
    if (row.vaccine === null) return focusBox('vaccine', row.id);
    if (row.givenOn === '') return focusBox('date', row.id);
    const next = rows[at + 1];
    if (next !== undefined) focusBox('vaccine', next.id);
  };
  const keys = (row: TypedDose, at: number) => (event: KeyboardEvent<HTMLElement>) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || event.altKey) return;
    const above = rows[at - 1]?.givenOn;
    if (event.key === 'd' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (above) change(row.id, { givenOn: above });
    }
    // Enter in an open list takes what is marked there; with Ctrl it saves.
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && box.getAttribute('aria-expanded') !== 'true') {
      event.preventDefault();
      goOn(row, at);
    }
  };
  return { rows, change, remove, keys };
}

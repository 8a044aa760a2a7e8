/** Cards that people keep their vaccinations on: paper, filled in by hand. */
import { hand } from './pen';
import { print } from './print';
import { rect, rule, watermark } from './sheet';
import type { Sheet } from './sheet';
import type { ChildCardFacts, CovidCardFacts, ForeignCardFacts, WrittenDose } from './types';
import { dayFirst, fullName, slashed } from './writing';

type Column = { readonly label: string; readonly width: number; readonly of: (dose: WrittenDose) => string };
type Grid = { readonly x: number; readonly y: number; readonly row: number; readonly rows: number; readonly columns: readonly Column[]; readonly line: string; readonly writer: string; readonly size: number };

const lefts = ({ x, columns }: Grid): number[] => columns.map((_, at) => x + columns.slice(0, at).reduce((sum, { width }) => sum + width, 0));
const widthOf = ({ columns }: Grid): number => columns.reduce((sum, { width }) => sum + width, 0);

/** Whoever gave the dose wrote it: the initials choose the hand. */
function cells(grid: Grid, dose: WrittenDose, row: number): string {
  const baseline = grid.y + grid.row * (row + 1) - grid.row * 0.28;
  return grid.columns.map(({ of, width }, at) => hand({ x: (lefts(grid)[at] ?? 0) + 12, y: baseline, size: grid.size, hand: `${grid.writer}/${dose.by ?? ''}`, fit: width - 20 }, of(dose))).join('');
}

function table(grid: Grid, doses: readonly WrittenDose[]): string {
  const [right, bottom] = [grid.x + widthOf(grid), grid.y + grid.row * grid.rows];
  const across = Array.from({ length: grid.rows + 1 }, (_, row) => rule(grid.x, grid.y + row * grid.row, right, grid.y + row * grid.row, grid.line));
  const down = [...lefts(grid), right].map((x) => rule(x, grid.y - 44, x, bottom, grid.line));
  const labels = grid.columns.map(({ label }, at) => print({ x: (lefts(grid)[at] ?? 0) + 12, y: grid.y - 15, size: 17, face: 'semibold', fill: '#4d5650', tracking: 20, fit: (grid.columns[at]?.width ?? 0) - 20 }, label));
  return [...across, ...down, ...labels, ...doses.slice(0, grid.rows).map((dose, row) => cells(grid, dose, row))].join('');
}

const common = {
  vaccine: (dose: WrittenDose): string => dose.vaccine,
  date: (dose: WrittenDose): string => dose.date,
  lot: (dose: WrittenDose): string => dose.lot ?? '',
  by: (dose: WrittenDose): string => dose.by ?? '',
};

function writtenField(x: number, y: number, width: number, label: string, value: string, writer: string): string {
  return hand({ x: x + 8, y: y - 8, size: 27, hand: writer, fit: width - 12 }, value) + rule(x, y, x + width, y, '#5a6570') + print({ x, y: y + 20, size: 14, fill: '#4b5763' }, label);
}

export function covidCard({ name, birthOn, doses }: CovidCardFacts): Sheet {
  const [width, height] = [1000, 740];
  const writer = `covid/${fullName(name)}`;
  const paper = rect({ x: 0, y: 0, width, height }, 'fill="#fdfdfa"') + rect({ x: 0, y: 0, width, height: 12 }, 'fill="#4c5a8d"');
  const title = print({ x: 40, y: 74, size: 34, face: 'bold', fill: '#22305e' }, 'COVID-19 Vaccination Record Card') + print({ x: 40, y: 108, size: 17, fill: '#4b5763' }, 'Please keep this record card. Specimen for practice: it proves nothing.') + print({ x: 960, y: 74, size: 22, face: 'bold', fill: '#8a3324', anchor: 'end', tracking: 60 }, 'SPECIMEN');
  const person = writtenField(40, 180, 400, 'Last name', name.family, writer) + writtenField(462, 180, 380, 'First name', name.given, writer) + writtenField(864, 180, 96, 'MI', name.middle?.slice(0, 1) ?? '', writer) + writtenField(40, 252, 400, 'Date of birth', birthOn === null ? '' : slashed(birthOn), writer) + writtenField(462, 252, 498, 'Patient number (medical record or registry)', '', writer);
  const order = ['1st dose', '2nd dose', 'Other', 'Other', 'Other', 'Other'];
  const grid: Grid = {
    x: 40, y: 352, row: 60, rows: 6, line: '#7d8899', writer, size: 24,
    columns: [{ label: 'Dose', width: 130, of: () => '' }, { label: 'Product name / manufacturer', width: 300, of: common.vaccine }, { label: 'Lot number', width: 150, of: common.lot }, { label: 'Date', width: 150, of: common.date }, { label: 'Health professional or site', width: 190, of: common.by }],
  };
  const numbers = order.map((label, row) => print({ x: 54, y: 390 + row * 60, size: 19, fill: '#4b5763' }, label)).join('');
  return { width, height, radius: 6, svg: paper + title + person + table(grid, doses) + numbers + watermark(width, height, 130) };
}

export function childCard({ name, birthOn, practice, doses }: ChildCardFacts): Sheet {
  const [width, height] = [1060, 1280];
  const writer = `child/${practice}`;
  const paper = rect({ x: 0, y: 0, width, height }, 'fill="#f4ecd8"') + rect({ x: 0, y: 0, width, height: 104 }, 'fill="#3e5b48"') + print({ x: 44, y: 66, size: 33, face: 'bold', fill: '#fff', tracking: 20 }, 'CHILD IMMUNIZATION CARD') + print({ x: 1016, y: 66, size: 19, fill: '#e2ebe3', anchor: 'end' }, 'SPECIMEN');
  const person = writtenField(44, 176, 560, 'Name', fullName(name), writer) + writtenField(640, 176, 376, 'Date of birth', slashed(birthOn), writer) + writtenField(44, 250, 972, 'Practice', practice, writer);
  const grid: Grid = {
    x: 44, y: 352, row: 60, rows: 15, line: '#a59f8a', writer, size: 27,
    columns: [{ label: 'VACCINE', width: 330, of: common.vaccine }, { label: 'DATE GIVEN', width: 252, of: common.date }, { label: 'LOT', width: 240, of: common.lot }, { label: 'BY', width: 150, of: common.by }],
  };
  return { width, height, radius: 6, svg: paper + person + table(grid, doses) + watermark(width, height, 150, '#c0392b', -34) };
}

const FOREIGN = {
  poland: { title: 'KARTA SZCZEPIEŃ', under: 'WZÓR (SPECIMEN). Nie jest dokumentem.', name: 'Nazwisko i imię', born: 'Data urodzenia', vaccine: 'Szczepionka', date: 'Data', lot: 'Nr serii', by: 'Podpis', separator: '.', band: '#7c2230', paper: '#f6f1ea' },
  brazil: { title: 'CADERNETA DE VACINAÇÃO', under: 'ESPÉCIME (SPECIMEN). Sem valor.', name: 'Nome', born: 'Data de nascimento', vaccine: 'Vacina', date: 'Data', lot: 'Lote', by: 'Assinatura', separator: '/', band: '#1f6a4d', paper: '#f2f4e8' },
  dominican_republic: { title: 'TARJETA DE VACUNACIÓN', under: 'MUESTRA (SPECIMEN). Sin valor.', name: 'Nombre', born: 'Fecha de nacimiento', vaccine: 'Vacuna', date: 'Fecha', lot: 'Lote', by: 'Firma', separator: '/', band: '#27457f', paper: '#f1f1ee' },
} as const;

export function foreignCard({ country, name, birthOn, doses }: ForeignCardFacts): Sheet {
  const [width, height] = [1060, 1000];
  const words = FOREIGN[country];
  const writer = `${country}/${fullName(name)}`;
  const paper = rect({ x: 0, y: 0, width, height }, `fill="${words.paper}"`) + rect({ x: 0, y: 0, width, height: 118 }, `fill="${words.band}"`) + print({ x: 44, y: 64, size: 36, face: 'bold', fill: '#fff', tracking: 40 }, words.title) + print({ x: 44, y: 96, size: 17, fill: '#f3e9e4' }, words.under);
  const person = writtenField(44, 190, 560, words.name, `${name.family} ${name.given}`, writer) + writtenField(640, 190, 376, words.born, dayFirst(birthOn, words.separator), writer);
  const grid: Grid = {
    x: 44, y: 300, row: 60, rows: 10, line: '#a49a92', writer, size: 26,
    columns: [{ label: words.vaccine, width: 340, of: common.vaccine }, { label: words.date, width: 232, of: common.date }, { label: words.lot, width: 220, of: common.lot }, { label: words.by, width: 180, of: common.by }],
  };
  return { width, height, radius: 6, svg: paper + person + table(grid, doses) + watermark(width, height, 145, '#c0392b', -30) };
}

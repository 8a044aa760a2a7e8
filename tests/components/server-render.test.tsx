/** @jest-environment node */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'react-dom/server';
import { Outside, screens } from './gallery';

/**
 * The page's policy refuses inline style attributes but for the few that the widget library writes
 * on the server, allowed by hash. One more of them is a screen that breaks on a hard load.
 */
const ALLOWED = /^(border:0;clip:rect\(0 0 0 0\)|unicode-bidi:isolate|caret-color:transparent|touch-action:none|--table-row-level:1)/;

const stylesIn = (html: string) => [...html.matchAll(/ style="([^"]*)"/g)].map(([, style = '']) => style);

test.each(Object.entries(screens))('%s renders on the server without a style attribute of our own', (_, screen) => {
  const html = renderToString(<Outside>{screen}</Outside>);
  expect(html).toContain('<main');
  expect(stylesIn(html).filter((style) => !ALLOWED.test(style))).toEqual([]);
});

test('no part of ours writes a style attribute', () => {
  const folders = ['ui', 'forms', 'tables', 'shell'].map((folder) => join(__dirname, '../../components', folder));
  const written = folders.flatMap((folder) => readdirSync(folder).filter((file) => /\sstyle=/.test(readFileSync(join(folder, file), 'utf8'))));
  expect(written).toEqual([]);
});

test('the hashes of the styles on our screens are few', () => {
  const styles = new Set(Object.values(screens).flatMap((screen) => stylesIn(renderToString(<Outside>{screen}</Outside>))));
  const hashes = [...styles].map((style) => createHash('sha256').update(style).digest('base64'));
  expect(hashes.length).toBeLessThanOrEqual(5);
});

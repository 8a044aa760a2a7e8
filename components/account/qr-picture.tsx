import { generate } from 'lean-qr';

const QUIET = 4;

/** Dark modules that touch in a row, as one path: drawn on the server, so that the secret passes through no script of others. */
function pathOf(text: string): { size: number; path: string } {
  const code = generate(text);
  const rows = [...Array(code.size).keys()];
  const path = rows.flatMap((y) => rows.flatMap((x) => (code.get(x, y) && !code.get(x - 1, y) ? [`M${x} ${y}h${rows.slice(x).findIndex((to) => !code.get(to + 1, y)) + 1}v1H${x}z`] : []))).join('');
  return { size: code.size, path };
}

/** Black on white in both themes: telephones read it so. */
export function QrPicture({ text, words }: { text: string; words: string }) {
  const { size, path } = pathOf(text);
  const side = size + 2 * QUIET;
  return (
    <svg role="img" aria-label={words} viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} shapeRendering="crispEdges" className="size-44 flex-none border border-line-strong bg-white">
      <path d={path} className="fill-black" />
    </svg>
  );
}

/** Regions that are covered: where they lie in pixels, how hands and keys draw them. */
import { MIDDLE, nudged, pixelsOf, regionBetween } from '@/lib/documents/viewing/rules';
import { THINNEST, WHOLE, regionSchema, type Region } from '@/lib/documents/viewing/schema';
import fc from 'fast-check';

const region = fc.tuple(fc.integer({ min: 0, max: WHOLE - THINNEST }), fc.integer({ min: 0, max: WHOLE - THINNEST })).chain(([left, top]) =>
  fc.record({ left: fc.constant(left), top: fc.constant(top), width: fc.integer({ min: THINNEST, max: WHOLE - left }), height: fc.integer({ min: THINNEST, max: WHOLE - top }) }));
const size = fc.record({ width: fc.integer({ min: 1, max: 2200 }), height: fc.integer({ min: 1, max: 2200 }) });

test('a region covers at least what it says, and never leaves the image', () => {
  fc.assert(fc.property(region, size, (one, of) => {
    const { left, top, width, height } = pixelsOf(one, of);
    const covers = left * WHOLE <= one.left * of.width && (left + width) * WHOLE >= (one.left + one.width) * of.width && top * WHOLE <= one.top * of.height && (top + height) * WHOLE >= (one.top + one.height) * of.height;
    return covers && width > 0 && height > 0 && left + width <= of.width && top + height <= of.height;
  }));
});

test.each<[string, { x: number; y: number }, { x: number; y: number }, Region | null]>([
  ['from corner to corner', { x: 100, y: 200 }, { x: 600, y: 400 }, { left: 100, top: 200, width: 500, height: 200 }],
  ['backwards', { x: 600, y: 400 }, { x: 100, y: 200 }, { left: 100, top: 200, width: 500, height: 200 }],
  ['out of the page', { x: -500, y: 9900 }, { x: 300, y: 12000 }, { left: 0, top: 9900, width: 300, height: 100 }],
  ['a click', { x: 100, y: 200 }, { x: 101, y: 201 }, null],
  ['a line', { x: 100, y: 200 }, { x: 900, y: 201 }, null],
])('drawn %s', (_, a, b, drawn) => expect(regionBetween(a, b)).toEqual(drawn));

test('whatever keys are pressed, it stays a region of the page', () => {
  const press = fc.tuple(fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'), fc.boolean());
  fc.assert(fc.property(fc.array(press, { maxLength: 300 }), (presses) => regionSchema.safeParse(presses.reduce<Region>((at, [key, resize]) => nudged(at, key, resize) ?? at, MIDDLE)).success));
  expect(nudged(MIDDLE, 'a', false)).toBeNull();
});

test.each([[{ left: 0, top: 0, width: 39, height: 40 }], [{ left: 9990, top: 0, width: 40, height: 40 }], [{ left: -1, top: 0, width: 40, height: 40 }], [{ left: 0.5, top: 0, width: 40, height: 40 }]])('%j is refused', (bad) => expect(regionSchema.safeParse(bad).success).toBe(false));

/** A face of nobody: a bust in greys whose hair, shoulders and tone follow the name. */
import { random } from '../random';

export type PortraitOf = { readonly name: string; readonly sex: 'F' | 'M' | 'X'; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Drawn in a box of 200 by 250. */
const HAIR = {
  long: 'M52 118C42 40 78 22 102 22C132 22 158 44 150 118C158 150 160 182 156 206L138 206C146 170 142 140 138 112C120 100 108 84 102 70C92 88 78 100 64 110C58 140 56 170 64 206L46 206C42 180 46 148 52 118Z',
  bob: 'M54 132C42 52 72 24 102 24C136 24 160 54 148 134C146 146 140 150 136 146C140 122 138 104 132 90C110 92 84 84 74 72C68 90 66 122 70 146C64 152 56 146 54 132Z',
  short: 'M58 96C50 46 76 26 102 26C132 26 154 48 144 98C140 88 138 76 134 68C112 72 84 66 74 62C66 72 62 84 58 96Z',
  cropped: 'M61 88C58 46 82 32 102 32C124 32 146 48 142 88C138 70 132 58 120 54C108 50 90 50 82 56C70 62 64 72 61 88Z',
  curly: 'M50 104C38 90 46 62 60 54C66 34 84 26 98 32C112 22 136 30 140 48C158 56 162 86 150 106C146 92 142 80 134 74C112 78 86 74 72 68C62 80 58 92 50 104Z',
} as const;
const STYLES = { F: ['long', 'bob', 'curly', 'long'], M: ['short', 'cropped', 'curly', 'short'], X: ['short', 'bob', 'curly', 'cropped'] } as const;
const HAIR_TONES = ['#333b44', '#4a4f55', '#6a6259', '#8b7d6b', '#a9a59d', '#2b2e35'];
const SKIN_TONES = ['#c9c2ba', '#b8aa9b', '#a28f7e', '#84705f', '#d6d0ca', '#947f6c'];

export function portrait({ name, sex, x, y, width, height }: PortraitOf): string {
  const chance = random(`portrait/210/${name}`);
  const [hair, tone, skin] = [HAIR[chance.pick(STYLES[sex])], chance.pick(HAIR_TONES), chance.pick(SKIN_TONES)];
  const coat = chance.pick(['#5d6e7e', '#6d6a78', '#53665f', '#7a6d66', '#44546a']);
  const jaw = 66 + chance.int(-3, 4);
  const bust = `<path d="M14 250C16 208 48 192 84 186L84 160L118 160L118 186C154 192 186 208 188 250Z" fill="${coat}"/><path d="M84 150L118 150L118 186C112 200 90 200 84 186Z" fill="${skin}"/><path d="M84 166C94 178 108 178 118 166L118 158L84 158Z" fill="#000" opacity=".14"/>`;
  const face = `<path d="M${101 - 37} 96C${101 - 38} 60 78 48 101 48C124 48 140 60 ${101 + 38} 96C138 ${jaw + 74} 120 170 101 170C82 170 64 ${jaw + 74} ${101 - 37} 96Z" fill="${skin}"/>`;
  const features =
    '<g fill="none" stroke="#2d2f33" stroke-width="2.2" stroke-linecap="round" opacity=".62"><path d="M78 98q7 -4 15 0M110 98q7 -4 15 0"/><path d="M101 104q-5 18 1 21M90 144q11 7 22 0"/></g><g fill="#2d2f33" opacity=".7"><ellipse cx="86" cy="108" rx="3.4" ry="2.8"/><ellipse cx="118" cy="108" rx="3.4" ry="2.8"/></g>';
  const glasses = chance.chance(0.22) ? '<g fill="none" stroke="#30343a" stroke-width="2"><circle cx="86" cy="109" r="12"/><circle cx="118" cy="109" r="12"/><path d="M98 108h8"/></g>' : '';
  const scene = `<rect width="200" height="250" fill="#d3dae0"/><rect width="200" height="250" fill="url(#backdrop)"/>${bust}${face}<path d="${hair}" fill="${tone}"/>${features}${glasses}`;
  const backdrop = '<defs><radialGradient id="backdrop" cx=".5" cy=".4" r=".8"><stop offset="0" stop-color="#fff" stop-opacity=".6"/><stop offset="1" stop-color="#8b98a5" stop-opacity=".55"/></radialGradient></defs>';
  return `${backdrop}<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 200 250" preserveAspectRatio="xMidYMid slice">${scene}</svg>`;
}

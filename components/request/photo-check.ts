/** Whether a photo can be read, looked at on the device before it is sent. Advice only: the person decides. */
export type PhotoProblem = 'too_small' | 'too_dark' | 'too_blurry';

/** Brightness of each point, 0 black to 255 white, row by row. */
export type Grey = { readonly width: number; readonly height: number; readonly points: Uint8ClampedArray };

const LEAST_PIXELS = 800;
const LEAST_BRIGHTNESS = 60;
/** Variance of the Laplacian; printed text in focus gives hundreds, a shaken photo of it less than this. */
const LEAST_SHARPNESS = 40;
const LOOKED_AT = 640;

const mean = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0;
  return values.length === 0 ? 0 : sum / values.length;
};

/** How strongly neighbouring points differ: the variance of the four-neighbour Laplacian. */
export function sharpness({ width, height, points }: Grey): number {
  const edges: number[] = [];
  const at = (x: number, y: number): number => points[y * width + x] ?? 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) edges.push(at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * at(x, y));
  }
  const middle = mean(edges);
  return mean(edges.map((edge) => (edge - middle) ** 2));
}

export function photoProblems(size: { width: number; height: number }, grey: Grey): PhotoProblem[] {
  const problems: PhotoProblem[] = [];
  if (Math.max(size.width, size.height) < LEAST_PIXELS) problems.push('too_small');
  // In the dark nothing is sharp: one advice is enough.
  if (mean(grey.points) < LEAST_BRIGHTNESS) problems.push('too_dark');
  else if (sharpness(grey) < LEAST_SHARPNESS) problems.push('too_blurry');
  return problems;
}

function greyOf(picture: ImageBitmap): Grey | null {
  const scale = Math.min(1, LOOKED_AT / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (brush === null) return null;
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data: rgba } = brush.getImageData(0, 0, canvas.width, canvas.height);
  const points = Uint8ClampedArray.from({ length: rgba.length / 4 }, (_, i) => 0.299 * (rgba[4 * i] ?? 0) + 0.587 * (rgba[4 * i + 1] ?? 0) + 0.114 * (rgba[4 * i + 2] ?? 0));
  return { width: canvas.width, height: canvas.height, points };
}

/** What may be wrong with a photo; nothing for a PDF, and nothing where this browser cannot look (the reviewer will). */
export async function checkPhoto(file: File): Promise<PhotoProblem[]> {
  if (!file.type.startsWith('image/') || typeof createImageBitmap !== 'function') return [];
  const picture = await createImageBitmap(file).catch(() => null); // a format this browser cannot open: the server says so
  if (picture === null) return [];
  const grey = greyOf(picture);
  const problems = grey === null ? [] : photoProblems(picture, grey);
  picture.close();
  return problems;
}

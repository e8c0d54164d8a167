// npm run icon
//
// Draws media/icon.png, which marketplaces and the list of extensions show, from media/icon.svg. Only
// needed after a change of the drawing: VS Code takes no SVG as an icon.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchChromium } from './hosts/chromium';
import { repositoryFolder } from './hosts/repositoryPaths';
import { indexedPng } from './indexedPng';

const drawing = join(repositoryFolder, 'media', 'icon.svg');
const icon = join(repositoryFolder, 'media', 'icon.png');

/** Pixels of a side; twice of what is shown, for fine screens. */
const side = 256;

async function main(): Promise<void> {
  const png = indexedPng(side, await draw(await readFile(drawing)));
  await writeFile(icon, png);
  console.log(`media/icon.png has ${png.length.toLocaleString('en')} bytes.`);
}

/** The drawing's pixels, four bytes each: red, green, blue and how opaque it is. */
async function draw(svg: Buffer): Promise<Uint8Array> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    // Runs in the page; the project does not compile for a DOM.
    const pixels = await page.evaluate<string>(`(async () => {
      const image = new Image(${side}, ${side});
      image.src = 'data:image/svg+xml;base64,${svg.toString('base64')}';
      await image.decode();
      const context = new OffscreenCanvas(${side}, ${side}).getContext('2d');
      context.drawImage(image, 0, 0, ${side}, ${side});
      return context.getImageData(0, 0, ${side}, ${side}).data.join();
    })()`);
    return Uint8Array.from(pixels.split(','), Number);
  } finally {
    await browser.close();
  }
}

void main();
